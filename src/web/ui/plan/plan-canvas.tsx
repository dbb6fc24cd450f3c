import 'leaflet/dist/leaflet.css';
import { Island } from '../../page/use-page.tsx';
import css from './plan-canvas.module.css';

type Props = {
  readonly pictureUrl: string;
  /** Pixels of the picture. */
  readonly width: number;
  readonly height: number;
  /** What is drawn already: corners in ten-thousandths, `[x1, y1, x2, y2 …]`. */
  readonly shapes: readonly (readonly number[])[];
};

/**
 * A picture to press corners on. They go into the text field named `points` of the page, in percent; without
 * JavaScript nothing is here and they are typed there.
 */
export function PlanCanvas({ pictureUrl, width, height, shapes }: Props) {
  return (
    <>
      <div
        hidden
        className={css.canvas}
        data-plan-map={pictureUrl}
        data-width={width}
        data-height={height}
        data-shapes={JSON.stringify(shapes)}
      />
      <Island name="plan" />
    </>
  );
}
