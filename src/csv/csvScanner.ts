/** What a scanner tells of the rows that it finds. Bytes are lent until the call returns; a row may be told of anew from its start. */
export interface RowReader {
  /** A row begins, on this line of the file; what was told of a row that did not end yet is void. */
  readonly begin: (line: number) => void;
  readonly field: (column: number, bytes: Uint8Array, from: number, to: number) => void;
  /** The row ends with so many fields. */
  readonly end: (fields: number) => void;
  /** A quotation mark is not closed where it must be: the row is void up to the end of its first line, where reading goes on. */
  readonly broken: () => void;
}

/** Takes the bytes of a CSV file piece by piece, and at last its end. */
export interface CsvScanner {
  readonly push: (chunk: Uint8Array) => void;
  readonly finish: () => void;
}

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;

/** The longest row in bytes: far above any form. Without a bound, one mark that is never closed would take the whole file for a field. */
const longestRow = 1 << 20;

/**
 * Finds rows and fields (RFC 4180) in bytes of an encoding in which ASCII stands for itself. Lines end in LF or CRLF; empty ones
 * are passed over. A quotation mark inside a field that does not begin with one is text. The loops look at every byte of a file
 * once, so they are written for speed.
 */
export function csvScanner(separator: number, reader: RowReader): CsvScanner {
  let buffer = new Uint8Array(0);
  let length = 0;
  let line = 1;
  let isSkipping = false;
  let unquoted = new Uint8Array(256);

  /** Reads whole rows from the buffer, and keeps the piece of a row that is left. */
  function drain(isLast: boolean): void {
    // A line feed behind the bytes ends every search without a second test.
    buffer[length] = lineFeed;
    let start = isSkipping ? afterLine(0) : 0;
    while (start < length) {
      const next = readRow(start, isLast);
      if (next < 0) break;
      start = next;
    }
    start = Math.min(start, length);
    buffer.copyWithin(0, start, length);
    length -= start;
  }

  /** Reads the row that starts here: where the next one starts, or `unfinished` when this one may go on in the next chunk. */
  function readRow(start: number, isLast: boolean): number {
    const first = buffer[start];
    if (first === lineFeed || (first === carriageReturn && buffer[start + 1] === lineFeed && (isLast || start + 1 < length))) {
      line += 1;
      return start + (first === lineFeed ? 1 : 2);
    }
    reader.begin(line);
    let place = start;
    let lines = 1;
    for (let column = 0; ; column += 1) {
      let byte = buffer[place];
      if (byte === quote) {
        const after = readQuoted(column, place + 1, isLast);
        if (after < 0) return after === unfinished && !isLast && length - start < longestRow ? unfinished : skipLine(start);
        for (; place < after; place += 1) if (buffer[place] === lineFeed) lines += 1;
        if (buffer[place] === carriageReturn) place += 1;
        byte = buffer[place];
      } else {
        const from = place;
        while (byte !== separator && byte !== lineFeed) byte = buffer[++place];
        if (place >= length && !isLast) return length - start < longestRow ? unfinished : skipLine(start);
        const isCrLf = byte === lineFeed && place > from && buffer[place - 1] === carriageReturn;
        reader.field(column, buffer, from, isCrLf ? place - 1 : place);
      }
      if (byte === separator) place += 1;
      else {
        line += lines;
        reader.end(column + 1);
        return place + 1;
      }
    }
  }

  /** Reads a field behind its quotation mark: where the separator or the end of the line follows, or why there is none. */
  function readQuoted(column: number, from: number, isLast: boolean): number {
    let place = from;
    let doubled = 0;
    for (; place < length; place += 1) {
      if (buffer[place] !== quote) continue;
      if (buffer[place + 1] !== quote) break;
      doubled += 1;
      place += 1;
    }
    // What follows the mark may still come: another mark, or the second half of CRLF.
    if (place >= length || (place + 2 >= length && !isLast)) return unfinished;
    const next = buffer[place + 1];
    if (next !== separator && next !== lineFeed && !(next === carriageReturn && buffer[place + 2] === lineFeed)) return misplaced;
    if (doubled === 0) reader.field(column, buffer, from, place);
    else reader.field(column, unquoted, 0, unquote(from, place));
    return place + 1;
  }

  /** Writes text with each doubled mark once: how long it is. */
  function unquote(from: number, to: number): number {
    if (unquoted.length < to - from) unquoted = new Uint8Array(to - from);
    let written = 0;
    for (let place = from; place < to; place += 1, written += 1) {
      unquoted[written] = buffer[place] as number;
      if (buffer[place] === quote) place += 1;
    }
    return written;
  }

  /** Gives a row up: where the next line starts. */
  function skipLine(start: number): number {
    reader.broken();
    return afterLine(start);
  }

  /** Where the line after this one starts; when it does not end in the buffer, what comes of it is passed over, too. */
  function afterLine(start: number): number {
    const end = buffer.indexOf(lineFeed, start);
    isSkipping = end >= length;
    if (!isSkipping) line += 1;
    return end + 1;
  }

  return {
    push: (chunk) => {
      // A piece of a chunk at a time, so that the buffer stays small however large a chunk is.
      for (let at = 0; at < chunk.length; at += longestRow) {
        const piece = chunk.subarray(at, at + longestRow);
        if (length + piece.length + 1 > buffer.length) buffer = widened(buffer, length + piece.length + 1);
        buffer.set(piece, length);
        length += piece.length;
        drain(false);
      }
    },
    finish: () => {
      if (length > 0) drain(true);
    },
  };
}

/** Why a quoted field has no end: it may come with the next chunk, or text stands behind its mark. */
const unfinished = -1;
const misplaced = -2;

function widened(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(length);
  wider.set(bytes);
  return wider;
}
