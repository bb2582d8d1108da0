"""Trains a workload in PyTorch for 50 steps and says when the first has ended: start-up, peak memory."""

import sys

import torch_peer

form = "eager, channels last, fused SGD" if sys.argv[1] == "mnist-cnn" else "eager, for-loop SGD"
step = torch_peer.training(sys.argv[1], form, False)
print("loss of the first step:", step(), flush=True)
for _ in range(49):
    step()
