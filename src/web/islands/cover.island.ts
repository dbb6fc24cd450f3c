/** Covering a photo with the pointer or the keyboard: draws what the numbered fields say, and fills them in. */

type Row = { readonly row: HTMLElement; readonly inputs: readonly HTMLInputElement[] };
type Box = { x: number; y: number; w: number; h: number };

/** Smaller than this in percent was a click, not a rectangle. */
const LEAST = 1;
const STEP = 0.5;

const round = (n: number) => Math.round(n * 10) / 10;
const within = (n: number) => Math.max(0, Math.min(100, n));

function boxOf({ inputs }: Row): Box | null {
  const [x, y, w, h] = inputs.map((input) => Number.parseFloat(input.value));
  return w && h ? { x: x || 0, y: y || 0, w, h } : null;
}

function write({ inputs }: Row, box: Box | null): void {
  const values = box ? [box.x, box.y, box.w, box.h] : ['', '', '', ''];
  for (const [i, input] of inputs.entries()) {
    const value = values[i] ?? '';
    input.value = typeof value === 'number' ? String(round(value)) : value;
  }
}

class Cover {
  readonly #form: HTMLFormElement;
  readonly #canvas: HTMLElement;
  readonly #rows: readonly Row[];

  constructor(form: HTMLFormElement, canvas: HTMLElement) {
    this.#form = form;
    this.#canvas = canvas;
    this.#rows = [...form.querySelectorAll<HTMLElement>('[data-box-row]')].map((row) => ({
      row,
      inputs: [...row.querySelectorAll('input')],
    }));
    form.addEventListener('input', () => this.#draw());
    canvas.addEventListener('pointerdown', (event) => this.#begin(event));
    this.#draw();
  }

  /** One button over the picture for each rectangle; a row of fields more than there are rectangles. */
  #draw(focus: Row | null = null): void {
    for (const old of this.#canvas.querySelectorAll('button')) old.remove();
    let spare = 1;
    for (const [i, row] of this.#rows.entries()) {
      const box = boxOf(row);
      row.row.hidden = box === null && spare === 0 && !row.row.contains(document.activeElement);
      if (box === null) {
        spare = Math.max(0, spare - 1);
        continue;
      }
      const button = this.#button(row, box, i + 1);
      this.#canvas.append(button);
      if (row === focus) button.focus();
    }
  }

  #button(row: Row, box: Box, n: number): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = this.#form.dataset.cover ?? '';
    button.setAttribute('aria-label', (this.#form.dataset.coverName ?? '').replace('#', String(n)));
    button.style.left = `${box.x}%`;
    button.style.top = `${box.y}%`;
    button.style.width = `${box.w}%`;
    button.style.height = `${box.h}%`;
    button.addEventListener('keydown', (event) => this.#key(event, row, box));
    button.addEventListener('pointerdown', (event) => this.#drag(event, row, box));
    return button;
  }

  /** Arrows move, with Shift they make it larger or smaller; Delete takes it away. */
  #key(event: KeyboardEvent, row: Row, box: Box): void {
    const moves: Record<string, readonly [number, number]> = {
      ArrowLeft: [-STEP, 0],
      ArrowRight: [STEP, 0],
      ArrowUp: [0, -STEP],
      ArrowDown: [0, STEP],
    };
    const move = moves[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') write(row, null);
    else if (move && event.shiftKey) {
      const w = Math.max(LEAST, Math.min(100 - box.x, box.w + move[0]));
      const h = Math.max(LEAST, Math.min(100 - box.y, box.h + move[1]));
      write(row, { ...box, w, h });
    } else if (move) {
      const x = Math.max(0, Math.min(100 - box.w, box.x + move[0]));
      const y = Math.max(0, Math.min(100 - box.h, box.y + move[1]));
      write(row, { ...box, x, y });
    } else return;
    event.preventDefault();
    this.#draw(row);
  }

  #at(event: PointerEvent): { x: number; y: number } {
    const frame = this.#canvas.getBoundingClientRect();
    return {
      x: within(((event.clientX - frame.left) / frame.width) * 100),
      y: within(((event.clientY - frame.top) / frame.height) * 100),
    };
  }

  /** A new rectangle from here to where the pointer is let go. */
  #begin(event: PointerEvent): void {
    const row = this.#rows.find((one) => boxOf(one) === null);
    if (event.button !== 0 || !row) return;
    event.preventDefault();
    const from = this.#at(event);
    const reach = (move: PointerEvent) => {
      const to = this.#at(move);
      const box = {
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        w: Math.abs(to.x - from.x),
        h: Math.abs(to.y - from.y),
      };
      write(row, box.w >= LEAST && box.h >= LEAST ? box : null);
    };
    this.#follow(reach, () => this.#draw(row));
  }

  #drag(event: PointerEvent, row: Row, box: Box): void {
    event.stopPropagation();
    if (event.button !== 0) return;
    const from = this.#at(event);
    this.#follow(
      (move) => {
        const to = this.#at(move);
        const x = Math.max(0, Math.min(100 - box.w, box.x + to.x - from.x));
        const y = Math.max(0, Math.min(100 - box.h, box.y + to.y - from.y));
        write(row, { ...box, x, y });
      },
      () => this.#draw(row),
    );
  }

  #follow(reach: (event: PointerEvent) => void, end: () => void): void {
    const move = (event: PointerEvent) => {
      reach(event);
      this.#draw();
    };
    const up = () => {
      window.removeEventListener('pointermove', move);
      end();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up, { once: true });
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-cover]')) {
  const canvas = form.querySelector<HTMLElement>('[data-canvas]');
  if (canvas) new Cover(form, canvas);
}

export {};
