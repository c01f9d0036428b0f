/**
 * A journal in a file of SQLite.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import Database from 'libsql'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Stored } from './collection.ts'
import { failure } from './failure.ts'
import type { Journal } from './journal.ts'
import { createUndo } from './undo.ts'

const TABLE = `CREATE TABLE IF NOT EXISTS records (
  kind TEXT NOT NULL, id TEXT NOT NULL, made_at REAL NOT NULL, json TEXT NOT NULL, UNIQUE (kind, id)
)`
/** What is replaced keeps its `rowid`, the order in which records were made. */
const WRITE = `INSERT INTO records (kind, id, made_at, json) VALUES (?, ?, ?, ?)
  ON CONFLICT (kind, id) DO UPDATE SET made_at = excluded.made_at, json = excluded.json`
const VERSION = 1

interface Row {
  readonly id: string
  readonly made_at: number
  readonly json: string
}

/**
 * Opens the journal of a folder, and makes both when they are not there. No other sandbox can open it until it is closed or its process has ended.
 *
 * With WAL and `synchronous=NORMAL` every commit is in the hands of the operating system before the answer goes out: it survives the death of the
 * process, and the last ones may be lost with the power of the machine.
 *
 * @throws {PixkitError} `SANDBOX_DATA`: it cannot be made or read, another sandbox has it open, or another version wrote it.
 *
 * @see SQLite, "Write-Ahead Logging" and "PRAGMA synchronous".
 */
export function openSqliteJournal(folder: string): Journal {
  const lock = lockFolder(folder)
  const database = open(folder, lock)
  const begin = database.prepare('BEGIN')
  const commit = database.prepare('COMMIT')
  const rollback = database.prepare('ROLLBACK')
  const load = database.prepare('SELECT id, made_at, json FROM records WHERE kind = ? ORDER BY rowid')
  const write = database.prepare(WRITE)
  const remove = database.prepare('DELETE FROM records WHERE kind = ? AND id = ?')

  return {
    ...createUndo(
      () => void asData('write', () => begin.run()),
      () => void asData('write', () => commit.run()),
      () => {
        // A full disk has ended it already.
        if (database.inTransaction) asData('write', () => rollback.run())
      },
    ),
    *load(kind) {
      for (const row of load.iterate(kind)) yield storedOf(row as Row)
    },
    write: (kind, { id, madeAt, value }) =>
      void asData('write', () => write.run(kind, id, madeAt, JSON.stringify(value))),
    delete: (kind, id) => void asData('write', () => remove.run(kind, id)),
    close() {
      if (!database.open) return
      // For who copies the folder: everything is in one file.
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
      unlock(lock)
    },
  }
}

/**
 * Keeps others out for as long as the process lives: a transaction that never ends, in a file of its own. `locking_mode` would do in the file of
 * the records, but libsql lets go of it only when the last statement was collected as garbage.
 */
function lockFolder(folder: string): Database.Database {
  return asData('open', () => {
    mkdirSync(folder, { recursive: true })
    const database = new Database(join(folder, 'sandbox.lock'))
    try {
      database.exec('BEGIN EXCLUSIVE')
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })
}

function unlock(lock: Database.Database): void {
  lock.exec('ROLLBACK')
  lock.close()
}

function open(folder: string, lock: Database.Database): Database.Database {
  return asData('open', () => {
    const database = new Database(join(folder, 'sandbox.db'))
    try {
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = NORMAL')
      // Each checkpoint waits for the disk: fewer of them, 32 MiB apart.
      database.pragma('wal_autocheckpoint = 8192')
      assertVersion(database)
      database.exec(`BEGIN; ${TABLE}; PRAGMA user_version = ${VERSION}; COMMIT`)
      return database
    } catch (error) {
      database.close()
      unlock(lock)
      throw error
    }
  })
}

function assertVersion(database: Database.Database): void {
  const [row] = database.pragma('user_version') as readonly { readonly user_version: number }[]
  const version = row?.user_version ?? 0
  if (version !== 0 && version !== VERSION) throw failure('SANDBOX_DATA', { reason: 'version' })
}

function storedOf({ id, made_at: madeAt, json }: Row): Stored<unknown> {
  try {
    return { id, madeAt, value: JSON.parse(json) as unknown }
  } catch {
    throw failure('SANDBOX_DATA', { reason: 'damaged' })
  }
}

const REASONS: Readonly<Record<string, 'damaged' | 'in-use'>> = {
  SQLITE_NOTADB: 'damaged',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_BUSY: 'in-use',
}

/** What SQLite throws quotes paths and statements: only what kind of trouble it is goes on. */
function asData<Result>(otherwise: 'open' | 'write', work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (isPixkitError(error)) throw error
    const { code } = error as { readonly code?: string }
    throw failure('SANDBOX_DATA', { reason: REASONS[code ?? ''] ?? otherwise })
  }
}
