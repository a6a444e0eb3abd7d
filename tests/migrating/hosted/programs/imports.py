"""What programs import, from the package and from its modules, and a call in another event loop."""

import asyncio
import os

from harbour_sdk import Berth, Harbour
from harbour_sdk.models import Berth as FromModels
from harbour_sdk.types import UNSET
from harbour_sdk.utils.logger import get_default_logger  # noqa: F401


async def main() -> None:
    async with Harbour(key="secret", server_url=os.environ["HARBOUR"]) as harbour:
        berths = await harbour.berths.list_async(limit=2)
        assert berths == [Berth(name="north"), Berth(name="south")]


assert FromModels is Berth
assert not UNSET
asyncio.run(main())
