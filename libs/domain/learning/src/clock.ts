/** How a phone's clock is wrong, as far as it can be known. */
export type ClockFault = 'behind' | 'ahead';

const DAY_MS = 86_400_000;
/** No Sala is in use so long after it was built without an update: a later clock is taken for wrong. */
const LONGEST_USE_MS = 10 * 365 * DAY_MS;

/**
 * Whether a phone's clock is wrong by more than a day: beside the server's when it was heard, else when it shows a time before this app was built, or long after.
 * It is only ever a reason for a word of warning; events are taken whatever the clock says.
 */
export function clockFault(phone: number, known: { ahead?: number | undefined; builtAt?: number | undefined }): ClockFault | undefined {
  const { ahead, builtAt } = known;
  if (ahead !== undefined) return Math.abs(ahead) <= DAY_MS ? undefined : ahead < 0 ? 'behind' : 'ahead';
  if (builtAt === undefined || Number.isNaN(builtAt)) return undefined;
  if (phone < builtAt - DAY_MS) return 'behind';
  return phone > builtAt + LONGEST_USE_MS ? 'ahead' : undefined;
}
