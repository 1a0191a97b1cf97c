import { khmerNumber } from '@sala/domain/khmer';
import type { Message } from '@sala/web/ui';

const MEGABYTE = 1_000_000;

/** Bytes in MB or GB, never less than they are; file sizes are written with Latin digits in Khmer too. */
export function sizeOf(bytes: number): Message {
  const [value, unit] = bytes < 1_000 * MEGABYTE ? [bytes / MEGABYTE, 'MB'] : [bytes / MEGABYTE / 1_000, 'GB'];
  const text = value === 0 || value >= 10 ? String(Math.ceil(value)) : (Math.ceil(value * 10) / 10).toFixed(1);
  return { km: `${text} ${unit}`, en: `${text} ${unit}` };
}

/** A sum in riel, with the digits of each language. */
export function rielOf(riel: number): Message {
  return { km: khmerNumber(riel), en: String(riel).replace(/\B(?=(\d{3})+$)/g, ',') };
}
