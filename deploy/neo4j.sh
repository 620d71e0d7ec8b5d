#!/usr/bin/env bash
# Runs a Neo4j Community server on this machine with Java and Maven, for people without Docker.
set -euo pipefail

usage() {
  cat <<'TEXT'
neo4j.sh install      fetch the server (once)
neo4j.sh start        fetch it if need be, start it, wait until it answers, print its address
neo4j.sh stop         stop it and wait until it has gone
neo4j.sh status       print its address while it answers; exit code 1 when it does not
neo4j.sh admin ...    run neo4j-admin, e.g. `admin database import full ...` while it is stopped

Settings, by the environment:
  NEO4J_VERSION    5.26.30                  the release; from 2025 on it wants Java 21
  NEO4J_JARS       .neo4j/jars/VERSION      where the program lies; may be shared by many servers
  NEO4J_HOME       .neo4j/home              configuration, logs and data of this server
  NEO4J_DATA       NEO4J_HOME/data          the data alone
  NEO4J_BOLT_PORT  7687
  NEO4J_HTTP_PORT  7474                     of Neo4j Browser
  NEO4J_HEAP       1g
  NEO4J_PAGECACHE  512m
  NEO4J_PASSWORD   -                        of user neo4j, at the first start; empty: no log-in
  NEO4J_SETTINGS   -                        further lines of neo4j.conf
TEXT
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
version=${NEO4J_VERSION:-5.26.30}
jars=${NEO4J_JARS:-$root/.neo4j/jars/$version}
home=${NEO4J_HOME:-$root/.neo4j/home}
data=${NEO4J_DATA:-$home/data}
port=${NEO4J_BOLT_PORT:-7687}
browser_port=${NEO4J_HTTP_PORT:-7474}
heap=${NEO4J_HEAP:-1g}
pagecache=${NEO4J_PAGECACHE:-512m}
password=${NEO4J_PASSWORD:-}

address=bolt://127.0.0.1:$port
record=$home/run/chidao.pid # Neo4j writes and removes a neo4j.pid of its own
log=$home/logs/console.log
patience=180 # seconds for a start or a stop

fail() { echo "neo4j.sh: $*" >&2; exit 1; }

need() { command -v "$1" >/dev/null || fail "$1 is missing: $2"; }

# Whoever comes second waits for the first, where the system has `flock`.
install_server() {
  [ -e "$jars/complete" ] && return
  mkdir -p "$jars"
  (
    ! command -v flock >/dev/null || flock 9
    [ -e "$jars/complete" ] || download
  ) 9>"$jars/lock"
}

download() {
  need mvn 'install Maven (Debian: apt-get install maven)'
  local work
  work=$(mktemp -d)
  cat >"$work/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>chidao</groupId> <artifactId>server</artifactId> <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.neo4j</groupId> <artifactId>neo4j</artifactId> <version>$version</version>
    </dependency>
  </dependencies>
</project>
XML
  mvn --batch-mode --quiet --file "$work/pom.xml" \
    org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$jars" >&2
  rm -r "$work"
  touch "$jars/complete"
}

is_alive() { [ -e "$record" ] && kill -0 "$(cat "$record")" 2>/dev/null; }

# A server that takes part in a Bolt handshake names the version that it chose, in four bytes.
answers() {
  local bytes
  bytes=$( (
    exec 3<>"/dev/tcp/127.0.0.1/$port" || exit
    printf '\x60\x60\xb0\x17\x00\x04\x04\x05\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x00\x00' >&3
    timeout 2 head -c 4 <&3 | wc -c
  ) 2>/dev/null) || return 1
  [ "$bytes" = 4 ]
}

configure() {
  mkdir -p "$home"/{conf,import,lib,logs,plugins,run} "$data"
  cat >"$home/conf/neo4j.conf" <<CONF
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:$port
server.http.listen_address=127.0.0.1:$browser_port
server.https.enabled=false
server.directories.data=$data
server.memory.pagecache.size=$pagecache
dbms.security.auth_enabled=$([ -n "$password" ] && echo true || echo false)
dbms.usage_report.enabled=false
${NEO4J_SETTINGS:-}
CONF
}

opens=() # parts of Java that the server and neo4j-admin reach into
for package in java.io java.nio java.util.concurrent sun.nio.ch; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

admin() {
  need java 'install a runtime of version 17 or 21 (Debian: apt-get install openjdk-17-jre-headless)'
  NEO4J_HOME=$home NEO4J_CONF=$home/conf java "${opens[@]}" -cp "$jars/*" \
    org.neo4j.cli.AdminTool "$@"
}

launch() {
  local main=org.neo4j.server.Neo4jCommunity
  case $version in 5.*) main=org.neo4j.server.CommunityEntryPoint ;; esac
  setsid java "-Xms$heap" "-Xmx$heap" -Dfile.encoding=UTF-8 "${opens[@]}" \
    -cp "$jars/*:$home/plugins/*" "$main" \
    "--home-dir=$home" "--config-dir=$home/conf" </dev/null >"$log" 2>&1 &
  echo $! >"$record"
}

start() {
  need java 'install a runtime of version 17 or 21 (Debian: apt-get install openjdk-17-jre-headless)'
  if ! is_alive; then
    ! answers || fail "port $port belongs to another server; set NEO4J_BOLT_PORT"
    install_server
    configure
    if [ -n "$password" ] && [ ! -d "$data/databases/system" ]; then
      admin dbms set-initial-password "$password" >&2
    fi
    launch
  fi
  local end=$((SECONDS + patience))
  until answers; do
    is_alive || { tail -n 30 "$log" >&2; fail "the server ended; its last words stand above"; }
    [ $SECONDS -lt $end ] || fail "no answer at $address in $patience seconds; see $log"
    sleep 0.2
  done
  echo "$address"
}

stop() {
  is_alive || return 0
  local end=$((SECONDS + patience)) server
  server=$(cat "$record")
  kill "$server"
  while kill -0 "$server" 2>/dev/null; do
    [ $SECONDS -lt $end ] || fail "the server (process $server) does not stop; see $log"
    sleep 0.1
  done
  rm -f "$record"
}

case ${1:-} in
  install) install_server ;;
  start) start ;;
  stop) stop ;;
  status) answers && echo "$address" ;;
  admin) shift; install_server; configure; admin "$@" ;;
  *) usage >&2; exit 2 ;;
esac
