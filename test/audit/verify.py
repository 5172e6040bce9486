"""Verifies sealed records of par-index from the rules of the format alone. Python 3, standard library only.

    python3 verify.py RECORD.jsonl [ROOT...]     says what is wrong, if anything is; the exit code is 0 where the record holds
    python3 verify.py --vectors VECTOR.json...   one line of JSON: whether each vector's record holds

Signatures are held against the heads of the record; their values, which need Ed25519, are not checked."""
import base64, hashlib, json, re, sys, unicodedata

def canonical(value):
    """RFC 8785 for text, whole numbers, true, false, lists and objects: no blanks, keys in the order of their UTF-16 units."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)

def sha256(data): return hashlib.sha256(data).digest()
def digest(value): return sha256(canonical(value).encode()).hex()

def tree_root(leaves):
    """RFC 9162, 2.1.1: the left half has as many leaves as the largest power of two that leaves some for the right."""
    if len(leaves) == 1: return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + tree_root(leaves[:half]) + tree_root(leaves[half:]))

def need(holds, fault):
    if not holds: raise ValueError(fault)

def read(line):
    """A line as a value: UTF-8, JSON, no key twice, nothing but what a record may hold. Order of keys and blanks do not matter."""
    def unique(pairs):
        need(len(dict(pairs)) == len(pairs), "a key stands twice")
        return dict(pairs)
    def refuse(number): raise ValueError(f"{number} is no whole number")
    text = line.decode("utf-8").removeprefix("\ufeff")
    value = json.loads(text, object_pairs_hook=unique, parse_float=refuse, parse_constant=refuse)
    recordable(value)
    return value

def recordable(value, depth=0):
    if isinstance(value, str):
        value.encode("utf-8")  # half a character has no bytes
        need(unicodedata.normalize("NFC", value) == value, "text not in composed form (NFC)")
    elif isinstance(value, (dict, list)):
        need(depth < 64, "nested too deep")
        for key in value:
            if isinstance(value, dict): recordable(key)
            recordable(value[key] if isinstance(value, dict) else key, depth + 1)
    elif not isinstance(value, bool):
        need(isinstance(value, int) and abs(value) < 2**53, "null, or a number too large")

def shaped(value, /, **fields):
    """An object with just these fields; a field's type or pattern, or None for anything."""
    need(isinstance(value, dict) and value.keys() == fields.keys(), f"fields are not {', '.join(fields)}")
    for key, shape in fields.items():
        if isinstance(shape, str): need(isinstance(value[key], str) and re.fullmatch(shape, value[key]), f"{key} is not right")
        elif shape is not None: need(type(value[key]) is shape, f"{key} is not right")
    return value

DIGEST = "[0-9a-f]{64}"
KINDS = "criteriaAdopted|evidenceReceived|appraised|explained|scored|graded|published|corrected|withdrawn"

def entry_of(line):
    shaped(line, digest=DIGEST, entry=dict, texts=dict)
    entry = shaped(line["entry"], _type="https://in-toto[.]io/Statement/v1", predicateType=f"par-index:({KINDS})/1", subject=list, predicate=dict)
    first = {} if "previous" not in entry["predicate"] else {"previous": DIGEST}
    shaped(entry["predicate"], number=int, salt=str, recordedAt=str, recordedBy=dict, content=dict, **first)
    shaped(entry["predicate"]["recordedBy"], withheld=DIGEST)
    need(entry["subject"], "no subject")
    for part in entry["subject"]: shaped(shaped(part, name=str, digest=dict)["digest"], sha256=DIGEST)
    for text in line["texts"].values(): shaped(text, salt=str, value=None)
    return entry

def withheld_in(value):
    """The digests of the texts that belong to an entry: wherever an object has the one key `withheld`."""
    if isinstance(value, dict) and value.keys() == {"withheld"} and re.fullmatch(DIGEST, str(value["withheld"])): return {value["withheld"]}
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return {found for item in below for found in withheld_in(item)}

def stated(kind, content):
    """What an entry states, and of what: only the same thing can take its place. A withdrawal states nothing."""
    if kind == "withdrawn": return None
    if kind == "corrected": kind, content = content.get("kind"), content.get("now")
    if not isinstance(content, dict): return None
    if kind == "criteriaAdopted": return [kind]
    return [kind, id_of(content)] + [content.get(key) for key in ("period", "round", "appraiser")]

def id_of(content):
    return content["unit"].get("id") if isinstance(content.get("unit"), dict) else None

def replace(standing, entry, names):
    """A correction, or a withdrawal, names an entry that stands, by number and digest, and states the same, or nothing, anew."""
    kind, predicate = entry["predicateType"][10:-2], entry["predicate"]
    content, statement = predicate["content"], stated(kind, predicate["content"])
    named = content.get({"corrected": "replaces", "withdrawn": "withdraws"}.get(kind))
    if kind in ("corrected", "withdrawn"):
        number = named.get("number") if isinstance(named, dict) else None
        need(type(number) is int and number in standing, "corrects or withdraws nothing")
        digest_of_old, old, unit = standing.pop(number)
        need(named.get("digest") == digest_of_old, "corrects or withdraws another entry")
        need(statement == old if kind == "corrected" else id_of(content) == unit, "corrects or withdraws something else")
    if statement: standing[predicate["number"]] = (names, statement, statement[1] if len(statement) > 1 else None)

def verify(data, roots=()):
    """Every fault of a record, by line; none where it holds."""
    faults, leaves, heads, signed, standing, previous, closed = [], [], [], [], {}, None, False
    def check(number, line):
        nonlocal previous, closed
        value = read(line)
        need(isinstance(value, dict), "no object")
        if "head" in value:
            head = shaped(shaped(value, head=dict)["head"], root=DIGEST, size=int)
            closed = True
            heads.append(head)
            need(head["size"] == len(leaves) > 0, "the head is of another number of entries")
            need(head["root"] == tree_root(leaves).hex(), "the root is another")
        elif "signature" in value:
            signature = shaped(shaped(value, signature=dict)["signature"], head=dict, signer=dict, signedAt=str, keyId=DIGEST, value="[0-9a-f]{128}")
            shaped(signature["signer"], name=str, role="unit|appraiser|council|publisher")
            signed.append((number, signature["head"]))
        else:
            entry, closed = entry_of(value), False
            before, previous = previous, value["digest"]
            leaves.append(sha256(b"\0" + canonical(entry).encode()))
            need(value["digest"] == digest(entry), "the entry is not what its digest says")
            need(entry["predicate"]["number"] == len(leaves), "the entry is out of order")
            need(entry["predicate"].get("previous") == before, "the entry is chained to another one")
            need(value["texts"].keys() <= withheld_in(entry["predicate"]), "a text belongs nowhere")
            need(all(digest(text) == name for name, text in value["texts"].items()), "a text is not what its digest says")
            replace(standing, entry, value["digest"])
    for number, line in enumerate(data.removesuffix(b"\n").split(b"\n"), 1):
        try: check(number, line)
        except (ValueError, RecursionError) as fault: faults.append(f"line {number}: {fault}")
    faults += [f"line {number}: the signature is of a head that the record does not have" for number, head in signed if head not in heads]
    if not closed: faults.append("no head at the end")
    beginnings = {tree_root(leaves[:size]).hex() for size in range(1, len(leaves) + 1)} if roots else set()
    return faults + [f"the printed root {root} is not of this record" for root in roots if root not in beginnings]

def bytes_of(vector):
    return base64.b64decode(vector["base64"]) if "base64" in vector else "".join(line + "\n" for line in vector["lines"]).encode()

if __name__ == "__main__":
    if sys.argv[1] == "--vectors":
        vectors = [json.load(open(path, encoding="utf-8")) for path in sys.argv[2:]]
        print(json.dumps({vector["name"]: not verify(bytes_of(vector), vector.get("roots", [])) for vector in vectors}))
    else:
        found = verify(open(sys.argv[1], "rb").read(), sys.argv[2:])
        print("\n".join(found) or "holds")
        sys.exit(1 if found else 0)
