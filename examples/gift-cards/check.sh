# The shop's tests: no conflict marker anywhere, and no file is empty.
set -eu
for file in CHANGELOG.md README.md src/* web/*; do
  [ -e "$file" ] || continue
  [ -s "$file" ] || { echo "$file is empty"; exit 1; }
  ! grep -q '^<<<<<<<' "$file" || { echo "$file has a conflict"; exit 1; }
done
