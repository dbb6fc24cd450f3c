import QRCode from 'qrcode';

/** An address as a QR code: a drawing with a quiet edge, black on white, sharp at any size. */
export function qrSvg(address: string): string {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + 2} ${row + 2}h1v1h-1z`;
    }
  }
  const box = modules.size + 4;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box} ${box}" shape-rendering="crispEdges"><rect width="${box}" height="${box}" fill="#fff"/><path d="${path}"/></svg>`;
}

/** The same as a picture in a `data:` address. */
export function qrPicture(address: string): string {
  return `data:image/svg+xml,${encodeURIComponent(qrSvg(address))}`;
}
