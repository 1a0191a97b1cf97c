/** Below this a zipped body would save nothing. */
const WORTH_ZIPPING = 500;

/** A JSON body with its headers, zipped when that makes it smaller and the browser can. */
export async function zipped(body: object): Promise<Pick<RequestInit, 'body' | 'headers'>> {
  const json = JSON.stringify(body);
  const headers = { 'content-type': 'application/json' };
  if (json.length < WORTH_ZIPPING || !('CompressionStream' in globalThis)) return { body: json, headers };
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('gzip'));
  return { body: await new Response(stream).arrayBuffer(), headers: { ...headers, 'content-encoding': 'gzip' } };
}
