/**
 * The table of commands.
 *
 * @module
 */
import type { Command, CommandGroup } from '../internal/command.ts'
import { cert } from './cert/cert.ts'
import { decode } from './decode.ts'
import { doctor } from './doctor.ts'
import { encode } from './encode.ts'
import { qr } from './qr.ts'
import { read } from './read.ts'
import { sandbox } from './sandbox.ts'
import { verify } from './verify.ts'

export const COMMANDS: readonly (Command | CommandGroup)[] = [decode, encode, qr, read, verify, cert, doctor, sandbox]
