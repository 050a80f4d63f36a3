/** Makes an animated GIF of screenshots, in Chromium, which decodes them. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBrowser } from '../test/editor/embedded/server.ts';

/** The build of modern-gif for a script element. */
const library = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../node_modules/modern-gif/dist/index.js');

export interface Frame {
  /** A PNG of the animation's size. */
  readonly png: Buffer;
  /** How long it is shown, in milliseconds. */
  readonly delay: number;
}

/** Writes the frames to a file, as a GIF that repeats for ever. */
export async function writeAnimation(
  file: string,
  frames: readonly Frame[],
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  const { browser, page } = await startBrowser();
  await page.addScriptTag({ path: library });
  const encoded = await page.evaluate(
    async ([frames, size]) => {
      const { encode } = (globalThis as unknown as { modernGif: typeof import('modern-gif') }).modernGif;
      const context = new OffscreenCanvas(size.width, size.height).getContext(
        '2d',
      ) as OffscreenCanvasRenderingContext2D;
      const decoded: { data: BufferSource; delay: number }[] = [];
      for (const { data, delay } of frames) {
        const image = new Image();
        image.src = data;
        await image.decode();
        context.drawImage(image, 0, 0);
        decoded.push({ data: context.getImageData(0, 0, size.width, size.height).data, delay });
      }
      const blob = await encode({ ...size, frames: decoded, format: 'blob' });
      return new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result));
        reader.readAsDataURL(blob);
      });
    },
    [
      frames.map(({ png, delay }) => ({ data: `data:image/png;base64,${png.toString('base64')}`, delay })),
      size,
    ] as const,
  );
  await browser.close();
  fs.writeFileSync(file, Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64'));
}
