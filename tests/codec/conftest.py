"""Every test of the codec is run once for each way of reading, with and without the accelerator."""

import pytest
from tests.codec.ways import WAYS, read


@pytest.fixture(params=WAYS, scope="module", autouse=True)
def way(request):
    with read(request.param):
        yield request.param
