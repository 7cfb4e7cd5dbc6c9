"""Fails when a test was skipped for a reason that is not on the short list."""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

EXCUSES = ("Docker",)

skipped = []
run = 0
for report in pathlib.Path(".").glob("**/target/surefire-reports/TEST-*.xml"):
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        run += 1
        skip = case.find("skipped")
        if skip is not None and not any(excuse in (skip.get("message") or "") for excuse in EXCUSES):
            skipped.append(f"{case.get('classname')}.{case.get('name')}: {skip.get('message')}")

print("\n".join(skipped))
print(f"{run - len(skipped)} passed, {len(skipped)} failed")
sys.exit(1 if skipped or run == 0 else 0)
