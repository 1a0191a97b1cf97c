import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key pair of this server; the private key is sealed under SALA_SECRET. */
@Entity({ name: 'server_key' })
export class ServerKeyRow {
  /** What it is for: `signing` or `sealing`. */
  @PrimaryColumn('text')
  purpose!: string;

  @Column('bytea', { name: 'public_key' })
  publicKey!: Buffer;

  @Column('bytea', { name: 'private_sealed' })
  privateSealed!: Buffer;

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date;
}
