const STYLES = 'mentor.css';

/** Adds the stylesheet of the mentor's pages, once. */
export function mentorStyles(): void {
  if (document.querySelector(`link[href="${STYLES}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = STYLES;
  document.head.append(link);
}
