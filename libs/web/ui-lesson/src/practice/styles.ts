const STYLES = 'practice.css';

/** Adds the stylesheet of the simulated phone to the page, once. */
export function practiceStyles(): Promise<void> {
  if (document.querySelector(`link[href="${STYLES}"]`)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = STYLES;
  const loaded = new Promise<void>((resolve) => (link.onload = link.onerror = () => resolve()));
  document.head.append(link);
  return loaded;
}
