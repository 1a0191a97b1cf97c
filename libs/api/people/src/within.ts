/** A condition that a place lies in an area, both given as SQL expressions, which an index on the place answers. */
export function within(place: string, area: string): string {
  // ":" follows the digit 9, so the codes below an area stand between the area and the area with ":".
  return `(${place} ~>=~ case ${area} when 'KH' then '' else ${area} end and ${place} ~<~ case ${area} when 'KH' then 'Z' else ${area} || ':' end)`;
}

/** A condition that a row of `role_held`, under its alias, holds now. */
export function holds(alias: string, now = 'now()'): string {
  return `(${alias}.valid_from <= ${now} and (${alias}.valid_to is null or ${alias}.valid_to > ${now}))`;
}
