"""Results as Markdown."""

import re
import statistics

NONE = "–"


def time(microseconds):
    """Three digits or more."""
    if microseconds is None:
        return NONE
    digits = 2 if microseconds < 10 else 1 if microseconds < 100 else 0
    return f"{microseconds:,.{digits}f}"


def ratio(above, below):
    return f"{above / below:.2f}" if above and below else NONE


def table(heading, rows):
    """A table whose first column is text and whose others are numbers."""
    lines = [heading, ["---"] + ["---:"] * (len(heading) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def best(comparison, peer, form=None):
    """The smallest time and its form."""
    found = [
        (entry["microseconds"], entry["form"])
        for entry in comparison["times"]
        if entry["peer"] == peer and (form is None or entry["form"] == form)
    ]
    return min(found, default=(None, None))


def summary(comparison):
    """A line a form, the fastest first."""
    entries = sorted(comparison["times"], key=lambda entry: entry["microseconds"])
    return "\n".join(f"  {time(e['microseconds']):>10} µs  {e['peer']}, {e['form']}" for e in entries)


def peers_of(comparison):
    return [best(comparison, peer) for peer in ["PyTorch", "JAX", "NumPy", "MLX"]]


def training(results):
    heading = ["µs a training step", "PyTorch eager", "PyTorch best", "JAX", "NumPy", "MLX", "floor", "Tern"]
    heading += ["best peer ÷ Tern", "Tern ÷ floor"]
    rows = []
    for c in results["comparisons"]:
        if c["task"] != "training":
            continue
        tern, floor = best(c, "Tern")[0], best(c, "floor", "plain")[0]
        peers = [t for t, _ in peers_of(c)]
        fastest = min((t for t in peers if t), default=None)
        eager = best(c, "PyTorch", "eager, for-loop SGD")[0]
        times = [eager, *peers, floor, tern]
        rows.append([f"`{c['workload']}`", *map(time, times), ratio(fastest, tern), ratio(tern, floor)])
    return table(heading, rows)


def inference(results):
    heading = ["µs a prediction, batch 1", "PyTorch eager", "PyTorch best", "JAX", "NumPy", "MLX", "Tern"]
    heading += ["PyTorch best ÷ Tern", "best peer ÷ Tern"]
    rows = []
    for c in results["comparisons"]:
        if c["task"] != "inference":
            continue
        tern, peers = best(c, "Tern")[0], [t for t, _ in peers_of(c)]
        fastest = min((t for t in peers if t), default=None)
        times = [best(c, "PyTorch", "eager")[0], *peers, tern]
        rows.append([f"`{c['workload']}`", *map(time, times), ratio(peers[0], tern), ratio(fastest, tern)])
    return table(heading, rows)


def ratio_of_bests(comparison):
    return ratio(best(comparison, "NumPy")[0], best(comparison, "Tern")[0])


def with_numpy(results, task):
    """A row an operation, a ratio a size; their geometric mean and the least below."""
    rows, sizes, ratios = {}, [], []
    for c in results["comparisons"]:
        if c["task"] != task:
            continue
        name, size = c["workload"].rsplit("-", 1)
        numpy, tern = best(c, "NumPy")[0], best(c, "Tern")[0]
        sizes += [size] if size not in sizes else []
        rows.setdefault(name, {})[size] = f"{time(numpy)} ÷ {time(tern)} = **{ratio(numpy, tern)}**"
        ratios += [numpy / tern] if numpy and tern else []
    text = table(["µs of NumPy ÷ µs of Tern", *sizes],
                 [[f"`{name}`", *(cells.get(size, NONE) for size in sizes)] for name, cells in rows.items()])  # fmt: skip
    if not ratios:
        return text
    mean = statistics.geometric_mean(ratios)
    version = next(c["version"] for c in results["comparisons"] if c["task"] == task)
    return (
        f"{text}\nGeometric mean of the {len(ratios)} ratios: **{mean:.2f}**; the least: {min(ratios):.2f}. "
        f"NumPy is {version}; medians of {results['rounds']} rounds on {results['date']}.\n"
    )


def forms(results):
    """Every form that took part."""
    rows = [
        [f"{c['task']} `{c['workload']}`: {e['peer']}, {e['form']}", time(e["microseconds"]), str(len(e["rounds"]))]
        for c in results["comparisons"] if c["task"] in ("training", "inference")
        for e in sorted(c["times"], key=lambda entry: entry["microseconds"])
    ]
    return table(["form", "µs", "rounds"], rows)


def start_up(results):
    heading = ["process", "start to the end of the first training step, ms", "peak memory, MiB", "of PyTorch's"]
    peak = {row["workload"]: row["MiB"] for row in results["start-up"] if row["peer"] == "PyTorch"}
    rows = [
        [f"`{r['workload']}`, {r['peer']}", f"{1e3 * r['seconds']:.0f}", f"{r['MiB']:.0f}",
         ratio(r["MiB"], peak.get(r["workload"]))]
        for r in results["start-up"]
    ]  # fmt: skip
    return table(heading, rows)


def threads(results):
    heading = ["µs a training step", "1 thread", f"{results['threads']} threads", "speed-up"]
    rows = [
        [f"`{r['workload']}`", time(r["one thread"]), time(r["all threads"]), ratio(r["one thread"], r["all threads"])]
        for r in results["thread scaling"]
    ]
    return table(heading, rows)


def theme(results, name):
    """The measurements of a theme, with their figures as text."""
    rows = []
    for m in results["figures"]:
        if m["name"].startswith(name + "/"):
            figures = ", ".join(f"{f['value']:.3g} {f['name']}" for f in m["figures"])
            rows.append([f"`{m['name'].split('/', 1)[1]}`", time(m["microseconds"]), figures])
    return table([name, "µs", ""], rows) if rows else ""


def convolutions(results):
    """A row for each direction of a shape, a column an algorithm; the chosen one in bold."""
    rows, methods = {}, []
    for m in results["figures"]:
        if not m["name"].startswith("convolutions/"):
            continue
        _, shape, direction, method = m["name"].split("/")
        methods += [method] if method not in methods else []
        figures = {f["name"]: f["value"] for f in m["figures"]}
        text = f"{time(m['microseconds'])} ({figures['GFLOP/s']:.0f})"
        rows.setdefault((shape, direction), {})[method] = f"**{text}**" if figures["chosen"] else text
    return table(
        ["µs (GFLOP/s of the naive sums)", *methods],
        [[f"`{shape}` {direction}", *(cells.get(method, NONE) for method in methods)]
         for (shape, direction), cells in rows.items()],
    ) if rows else ""  # fmt: skip


def scaling(results):
    """Steps against width and batch."""
    cells = {}
    for m in results["figures"]:
        found = re.fullmatch(r"scaling/width-(\d+)-batch-(\d+)", m["name"])
        if found:
            cells[int(found[1]), int(found[2])] = m
    widths, batches = sorted({w for w, _ in cells}), sorted({b for _, b in cells})
    heading = ["µs a step (GFLOP/s)"] + [f"batch {batch}" for batch in batches]

    def cell(m):
        speed = next(f["value"] for f in m["figures"] if f["name"] == "GFLOP/s")
        return f"{time(m['microseconds'])} ({speed:.0f})"

    rows = [[f"784 → {w} → 10", *(cell(cells[w, b]) for b in batches)] for w in widths]
    return table(heading, rows) if rows else ""


def versions(results):
    lines = [
        f"- Machine: {results['machine']}, {results['threads']} threads; {results['system']}; {results['date']}.",
        *(f"- {name}: {version}" for name, version in results["versions"].items() if version),
        f"- The floor's OpenBLAS runs its kernels for {results['floor' + chr(39) + 's OpenBLAS core']}.",
        f"- Medians of {results['rounds']} rounds, {results['seconds a visit']} s a visit"
        + (" (quick: not for publication)." if results["quick"] else "."),
    ]
    return "\n".join(lines) + "\n"


def sections(results):
    """The parts of `RESULTS.md` that are measured, by name."""
    parts = {"versions": versions(results)}
    tasks = {c["task"] for c in results["comparisons"]}
    if "training" in tasks:
        parts["training"] = training(results)
    if "inference" in tasks:
        parts["inference"] = inference(results)
    if results.get("start-up"):
        parts["start-up"] = start_up(results)
    if results.get("thread scaling"):
        parts["threads"] = threads(results)
    if results.get("figures"):
        for name in ["roofs", "images", "fused", "products", "operators", "loading"]:
            parts[name] = theme(results, name)
        parts["convolutions"] = convolutions(results)
        parts["scaling"] = scaling(results)
    for task in tasks - {"training", "inference"}:
        parts[task] = with_numpy(results, task)
    if tasks & {"training", "inference"}:
        parts["forms"] = forms(results)
    return {name: text for name, text in parts.items() if text}


def replace_sections(path, parts):
    """Puts each part between its markers, `<!-- begin NAME -->` and `<!-- end NAME -->`."""
    text = path.read_text()
    for name, part in parts.items():
        begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->"
        if begin in text and end in text:
            text = text[: text.index(begin) + len(begin)] + "\n" + part + "\n" + text[text.index(end) :]
    path.write_text(text)
