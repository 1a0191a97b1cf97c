const QUIET = 4;

/** A QR code as one path, drawn without markup from a string; the library comes only when a card is issued. */
export async function qrPath(text: string, errorCorrectionLevel: 'L' | 'M' = 'M'): Promise<{ size: number; path: string }> {
  const { default: qr } = await import('qrcode');
  const { modules } = qr.create(text, { errorCorrectionLevel });
  const dark = Array.from({ length: modules.size * modules.size }, (_, place) => place).filter((place) => modules.data[place]);
  const path = dark.map((place) => `M${(place % modules.size) + QUIET} ${Math.floor(place / modules.size) + QUIET}h1v1h-1z`).join('');
  return { size: modules.size + 2 * QUIET, path };
}
