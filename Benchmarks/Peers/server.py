"""Answers timing requests, a line of JSON each, so that peers stay compiled while they take turns.

A request is {"task": "training" | "inference", "workload": …, "form": …, "seconds": …}; the answer is
{"microseconds": …, "losses": […]} or {"error": …}. {"task": "about"} is answered with versions and
the list of forms.
"""

import json
import os
import statistics
import sys
import time
import traceback

from workloads import CHECKED_STEPS


def median(run, seconds):
    """The median time of a call in microseconds, of samples of about two milliseconds."""
    for _ in range(3):
        run()
    start = time.perf_counter()
    for _ in range(5):
        run()
    repetitions = 1 + int(2e-3 / ((time.perf_counter() - start) / 5))
    samples = []
    begin = time.perf_counter()
    while len(samples) < 5 or time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        for _ in range(repetitions):
            run()
        samples.append((time.perf_counter() - start) / repetitions)
    return statistics.median(samples) * 1e6


def serve(about, forms, training, inference):
    """Serves until the input ends.

    `forms(task, workload)` lists the forms. `training(workload, form, checked)` gives a function that
    trains a step and returns its loss as a number; `inference(workload, form)` one that predicts.
    """
    # What libraries print must not get between the answers.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    ready = {}
    for line in sys.stdin:
        request = json.loads(line)
        task, workload = request["task"], request.get("workload")
        key = (task, workload, request.get("form"))
        answer = {}
        try:
            if task == "about":
                answer = about
            elif task == "forms":
                answer = {"forms": forms(request["of"], workload)}
            else:
                if key not in ready and task == "training":
                    check = training(workload, key[2], True)
                    losses = [float(check()) for _ in range(CHECKED_STEPS)]
                    del check
                    ready[key] = (training(workload, key[2], False), losses)
                elif key not in ready:
                    ready[key] = (inference(workload, key[2]), [])
                run, losses = ready[key]
                answer = {"microseconds": median(run, request["seconds"]), "losses": losses}
        except Exception as error:
            traceback.print_exc()
            answer = {"error": f"{type(error).__name__}: {error}".splitlines()[0]}
        print(json.dumps(answer), file=answers, flush=True)
