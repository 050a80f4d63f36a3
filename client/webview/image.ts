/** Draws an SVG as an image of pixels. */

/** Pixels for each unit of the SVG: a figure of 768 units is 19 cm wide in a paper, at 300 pixels an inch. */
const SCALE = 3;

/** As base64; undefined if it cannot be drawn. */
export async function pngOf(svg: string): Promise<string | undefined> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    return undefined;
  }
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const [, png] = canvas.toDataURL('image/png').split(',');
  return png;
}
