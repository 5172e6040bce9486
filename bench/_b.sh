npx esbuild bench/_s3.mjs --bundle --platform=node --format=esm --packages=external --outfile=bench/_s3.out.mjs --log-level=error && node $1 bench/_s3.out.mjs
