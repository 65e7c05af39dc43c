"""The closed lists of obligations are terms of the vocabulary."""

from __future__ import annotations

import pytest

from loaders.duty_records import AssigneeBasis, Force, Role
from ontology.namespaces import LDO


@pytest.mark.parametrize("values", [Role, Force, AssigneeBasis])
def test_values_enter_the_graph_under_their_own_names(
    values: type[Role | Force | AssigneeBasis],
) -> None:
    """A value that the vocabulary does not declare could not be written."""
    assert all(value.value in LDO for value in values)
