import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A span of the server's life: a restore from a backup begins a new one, so that devices read again from the start. */
@Entity({ name: 'server_epoch' })
export class ServerEpoch {
  @PrimaryColumn('text')
  epoch!: string;

  @Column('timestamptz', { name: 'began_at', default: () => 'now()' })
  beganAt!: Date;

  /** Why it began. */
  @Column('text')
  reason!: string;
}
