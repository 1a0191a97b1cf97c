import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI document of the application: handlers from the contract's table, bodies and replies from its classes. */
export function describeApi(app: INestApplication): object {
  const config = new DocumentBuilder()
    .setTitle('Sala')
    .setDescription(
      'What the apps of Sala ask of the server. Errors are `application/problem+json` (RFC 9457) with a `code` of the contract.',
    )
    .setVersion('1')
    .addCookieAuth('sala')
    .build();
  return SwaggerModule.createDocument(app, config);
}
