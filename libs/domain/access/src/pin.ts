const EASY = /^(\d)\1{3}$|^1234$/;

/** Whether four digits are the first that anybody would try: all the same, or 1234. Nobody may choose such a PIN. */
export function isEasyPin(pin: string): boolean {
  return EASY.test(pin);
}
