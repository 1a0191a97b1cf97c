import { routes } from '@sala/contract/routes';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type Server } from '../../../tools/test/server.ts';

interface Operation {
  operationId: string;
  requestBody?: unknown;
  responses: Record<string, unknown>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { type: string; properties?: object }> };
}

// From the built program: the compiler's plugin writes the properties of the contract's classes into it.
describe('the OpenAPI document', () => {
  let server: Server;
  let document: Document;
  beforeAll(async () => {
    server = await startServer();
    document = (await (await fetch(`${server.origin}/api/openapi.json`)).json()) as Document;
  });
  afterAll(() => server.close());

  it('names every route of the contract', () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
    );
    const declared = Object.entries(routes).map(([name, route]) => `${name} ${route.method} /api/${route.path.replace(/:(\w+)/g, '{$1}')}`);
    expect(operations.sort()).toEqual(declared.sort());
  });

  it('describes each body and reply', () => {
    expect(
      Object.entries(document.components.schemas)
        .filter(([, schema]) => !schema.properties)
        .map(([name]) => name),
    ).toEqual([]);
    expect(document.components.schemas['OpenProfileRequest']).toMatchObject({
      properties: { pin: { type: 'string', pattern: '^[0-9]{4}$' } },
    });
  });

  it('is the one that was agreed on', () => {
    expect(document).toMatchSnapshot();
  });
});
