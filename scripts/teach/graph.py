"""The student's layers as a file that ONNX Runtime reads: their matrices in eight bits, with a scale for each block."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer
from torch import Tensor, nn

from knowledge.understanding.network import HEADS_OF_ATTENTION
from scripts.teach.student import Layer, Student

BITS, BLOCK, WHOLE_NUMBERS = 8, 32, 4
"""Eight bits for a weight and one scale for 32 of them; multiplied as whole numbers too, which ONNX Runtime calls
accuracy level 4. Whole matrices under one scale read 300 messages with six times the error of scores."""
OPSET, FORMAT = 20, 9
ROWS, STATES = "rows", "states"
_MIDDLE = 128


def write_layers(student: Student, to: Path) -> None:
    """A graph from ``rows`` (pieces by width, 32-bit floats) to ``states`` of the same shape."""
    drawn = _Drawing(student.first.weight.shape[0])
    states = ROWS
    for number, layer in enumerate(student.layers):
        states = drawn.layer(layer, f"layer{number}_", states)
    drawn.node("Identity", [states], STATES)
    model = helper.make_model(drawn.graph(), opset_imports=[helper.make_opsetid("", OPSET)], ir_version=FORMAT)
    onnx.checker.check_model(model)
    eighths = DefaultWeightOnlyQuantConfig(block_size=BLOCK, is_symmetric=True, accuracy_level=WHOLE_NUMBERS, bits=BITS)
    quantizer = MatMulNBitsQuantizer(model, algo_config=eighths)
    quantizer.process()
    to.write_bytes(quantizer.model.model.SerializeToString(deterministic=True))


def read_layers(file: Path) -> Mapping[str, Any]:
    """Every matrix and row of the file by its name in the graph, in 32-bit floats; matrices are inputs by outputs."""
    graph = onnx.load(file).graph
    arrays = {array.name: numpy_helper.to_array(array) for array in graph.initializer}
    for node in graph.node:
        if node.op_type == "MatMulNBits":
            eighths, scales = arrays[node.input[1]], arrays[node.input[2]]
            blocks = eighths.astype(np.float32) - _MIDDLE
            whole = blocks * scales.reshape(*blocks.shape[:2], 1)
            arrays[node.output[0]] = whole.reshape(len(whole), -1).T
    return arrays


class _Drawing:
    def __init__(self, width: int) -> None:
        self.width, self.nodes, self.constants = width, [], []  # type: ignore[var-annotated]
        part = width // HEADS_OF_ATTENTION
        self.constant("by_head", np.array([0, 3, HEADS_OF_ATTENTION, part], np.int64))
        self.constant("flat", np.array([0, width], np.int64))
        self.constant("thirds", np.ones(3, np.int64))
        self.constant("first", np.zeros(1, np.int64))
        self.constant("evened", np.array(part**-0.5, np.float32))

    def constant(self, name: str, values: Any) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: list[str], *outputs: str, **more: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, list(outputs), name=outputs[0], **more))
        return outputs[0]

    def layer(self, layer: Layer, root: str, states: str) -> str:
        """As ``Layer.forward``, without what only learning needs."""
        parts = self.node("Reshape", [self._linear(layer.ask, f"{root}ask", states), "by_head"], f"{root}parts")
        apart = self.node("Transpose", [parts], f"{root}apart", perm=[1, 2, 0, 3])
        thirds = [f"{root}{name}_third" for name in ("query", "key", "value")]
        self.node("Split", [apart, "thirds"], *thirds, axis=0)
        query, key, value = (self.node("Squeeze", [third, "first"], third.removesuffix("_third")) for third in thirds)
        turned = self.node("Transpose", [key], f"{root}turned", perm=[0, 2, 1])
        near = self.node("Mul", [self.node("MatMul", [query, turned], f"{root}near"), "evened"], f"{root}nearness")
        heed = self.node("Softmax", [near], f"{root}heed", axis=-1)
        heard = self.node("MatMul", [heed, value], f"{root}heard")
        side = self.node("Transpose", [heard], f"{root}side", perm=[1, 0, 2])
        flat = self.node("Reshape", [side, "flat"], f"{root}flat")
        both = self.node("Add", [states, self._linear(layer.join, f"{root}join", flat)], f"{root}both")
        joined = self._even(layer.joined, f"{root}joined", both)
        wide = self.node("Gelu", [self._linear(layer.widen, f"{root}widen", joined)], f"{root}bent", approximate="tanh")
        more = self.node("Add", [joined, self._linear(layer.narrow, f"{root}narrow", wide)], f"{root}more")
        return self._even(layer.out, f"{root}out", more)

    def graph(self) -> Any:
        shape = ["pieces", self.width]
        ends = (helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name in (ROWS, STATES))
        return helper.make_graph(self.nodes, "layers", [next(ends)], [next(ends)], self.constants)

    def _linear(self, part: nn.Linear, name: str, of: str) -> str:
        product = self.node("MatMul", [of, self.constant(f"{name}_weight", _floats(part.weight).T)], name)
        return self.node("Add", [product, self.constant(f"{name}_bias", _floats(part.bias))], f"{name}_moved")

    def _even(self, part: nn.LayerNorm, name: str, of: str) -> str:
        scale = self.constant(f"{name}_scale", _floats(part.weight))
        shift = self.constant(f"{name}_shift", _floats(part.bias))
        return self.node("LayerNormalization", [of, scale, shift], name, epsilon=part.eps)


def _floats(tensor: Tensor) -> Any:
    return tensor.detach().numpy().astype(np.float32)
