// PostgreSQL's settings for the one machine of a small office, computed from its memory and cores at each start.
import { statfsSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";

const MB = 1024 * 1024;

export interface Machine {
  readonly memory: number;
  readonly cores: number;
  /** False where /dev/shm is too small for parallel queries, as in many containers (64 MB). */
  readonly roomyShm: boolean;
}

/** What this process may use: a container's limit counts, not the machine around it. */
export function thisMachine(): Machine {
  const limit = process.constrainedMemory();
  const memory = limit > 0 && limit < totalmem() ? limit : totalmem();
  return { memory, cores: availableParallelism(), roomyShm: isShmRoomy() };
}

function isShmRoomy(): boolean {
  if (process.platform !== "linux") return true;
  try {
    const { blocks, bsize } = statfsSync("/dev/shm");
    return blocks * bsize >= 256 * MB;
  } catch {
    return false;
  }
}

const between = (low: number, value: number, high: number) =>
  Math.round(Math.min(high, Math.max(low, value)));

export interface SettingsInput {
  readonly machine: Machine;
  readonly port: number;
  /** Folder of the local socket, or undefined when its path would be too long for one. */
  readonly socketDir: string | undefined;
  /** False only for tests: a crash of the machine may then lose data. */
  readonly durable: boolean;
}

/** The settings by name, values as PostgreSQL writes them. */
export function settingsFor({ machine, port, socketDir, durable }: SettingsInput): Record<string, string> {
  const memory = machine.memory / MB;
  return {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: socketDir ?? "",
    max_connections: "100",
    shared_buffers: `${durable ? between(128, memory / 5, 2048) : 128}MB`,
    effective_cache_size: `${between(256, memory / 2, 16_384)}MB`,
    work_mem: `${between(8, memory / 256, 32)}MB`,
    maintenance_work_mem: `${between(64, memory / 16, 512)}MB`,
    // One server, no replica: the shortest log of changes, and room for a million-row import between checkpoints.
    wal_level: "minimal",
    max_wal_senders: "0",
    wal_buffers: "16MB",
    min_wal_size: durable ? "160MB" : "80MB",
    max_wal_size: durable ? "4GB" : "512MB",
    checkpoint_timeout: "15min",
    fsync: durable ? "on" : "off",
    full_page_writes: durable ? "on" : "off",
    synchronous_commit: durable ? "on" : "off",
    max_worker_processes: String(machine.cores + 8),
    max_parallel_workers: String(machine.cores),
    max_parallel_workers_per_gather: String(between(1, machine.cores / 2, 4)),
    random_page_cost: "1.1",
    ...(machine.roomyShm ? {} : { dynamic_shared_memory_type: "sysv" }),
    jit: "off",
    max_locks_per_transaction: "256",
    timezone: "UTC",
    log_timezone: "UTC",
    datestyle: "ISO, YMD",
    lc_messages: "C",
    default_text_search_config: "pg_catalog.simple",
    log_line_prefix: "%m [%p] %u@%d ",
    log_min_duration_statement: "5s",
    log_checkpoints: "off",
  };
}

/** The text of a settings file. */
export function settingsText(settings: Readonly<Record<string, string>>): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return `# Written by Iltizam at each start. Put your own settings in local.conf: they win.\n${lines.join("\n")}\n`;
}
