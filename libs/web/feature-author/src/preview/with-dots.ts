import { isPart, isText } from '@sala/domain/editing';

const DOTS = '…';

/** What is not written yet stands as dots on the phone, so that nothing looks broken and everything can be tapped. */
export function withDots<T>(value: T): T {
  return dotted(value) as T;
}

function dotted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dotted);
  if (!isPart(value)) return value;
  if (isText(value)) return { km: value.km.trim() || DOTS, en: value.en.trim() || DOTS };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, dotted(one)]));
}
