import pytest

from tests.portal.refreshing.examples import make_question


@pytest.fixture
def asked(db):
    make_question()
