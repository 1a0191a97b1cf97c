import { Clock, randomDigits, Secrets } from '@sala/api/platform';
import { latinDigits } from '@sala/domain/khmer';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

const RANDOM_DIGITS = 11;
const CODE = /^\d{12}$/;

/** Luhn's check digit: finds each single wrong digit and nearly every swap of two. */
export function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** The twelve digits of a card code as typed in either script, or undefined when it can't be one. */
export function cardDigits(typed: string): string | undefined {
  const digits = latinDigits(typed).replace(/[\s-]/g, '');
  if (!CODE.test(digits)) return undefined;
  return checkDigit(digits.slice(0, RANDOM_DIGITS)) === Number(digits[RANDOM_DIGITS]) ? digits : undefined;
}

/** In groups of four, as printed. */
export function inGroups(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** The printed cards by which learners come onto a phone. */
@Injectable()
export class Cards {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** The keyed hash by which a card is looked up. */
  markOf(digits: string): Buffer {
    return this.secrets.mark('card', digits);
  }

  /** Gives a person a new card, whose code is returned once; an older card is no longer valid. */
  async issue(tx: EntityManager, personId: string, digits = newCode()): Promise<string> {
    await this.withdraw(tx, personId);
    await tx.query('insert into card (id, person_id, mark, issued_at) values ($1, $2, $3, $4)', [
      randomUUID(),
      personId,
      this.markOf(digits),
      this.clock.now(),
    ]);
    return digits;
  }

  /** Makes a person's card invalid. */
  async withdraw(tx: EntityManager, personId: string): Promise<void> {
    await tx.query('update card set revoked_at = $2 where person_id = $1 and revoked_at is null', [personId, this.clock.now()]);
  }
}

function newCode(): string {
  const digits = randomDigits(RANDOM_DIGITS);
  return `${digits}${checkDigit(digits)}`;
}
