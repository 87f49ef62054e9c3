"""Python source as a browser needs it: without what only people read.

Compiled, the calculators would be two and a half times as many bytes. On a slow line these would take longer to arrive
than a slow phone takes to compile the few modules that a page uses.
"""

from __future__ import annotations

import ast


def reduced(source: str) -> str:
    """The same program, written as short as `ast.unparse` writes it.

    Annotations of a class's fields stay, because dataclasses and named tuples are made from them.

    Raises:
        SyntaxError: It is no Python.
    """
    return f"{ast.unparse(_Reduce().visit(ast.parse(source)))}\n"


class _Reduce(ast.NodeTransformer):
    def visit_Module(self, node: ast.Module) -> ast.Module:
        node.body = _without_docstring(node.body)
        self.generic_visit(node)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        node.body = _without_docstring(node.body) or [ast.Pass()]
        self.generic_visit(node)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.body = _without_docstring(node.body) or [ast.Pass()]
        node.returns = None
        self.generic_visit(node)
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    match body:
        case [ast.Expr(ast.Constant(str())), *rest]:
            return rest
        case _:
            return body
