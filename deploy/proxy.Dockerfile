# Caddy as an ordinary user, with the site's address from NWD_PUBLIC_URL; it gets and renews the certificate itself.
FROM caddy:2-alpine
RUN adduser -D -H -u 10002 proxy && chown -R proxy:proxy /data /config
COPY deploy/Caddyfile /etc/caddy/Caddyfile
USER proxy
