# Read by ./koppelwerk and ./koppelwerk-trust: which JDK there is. They say which one is the least.

# Major version of the JDK in a folder, 0 when there is none: read from its release file, without starting it.
jdk_version() {
  local version=
  if [ -x "$1/bin/javac" ] && [ -f "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  printf '%s\n' "${version:-0}"
}

find_jdk() {
  local on_path= candidate
  if command -v javac >/dev/null 2>&1; then
    on_path=$(dirname "$(dirname "$(real_path "$(command -v javac)")")")
  fi
  for candidate in "${KOPPELWERK_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$candidate" ] && [ "$(jdk_version "$candidate")" -ge "$least" ]; then
      printf '%s\n' "$candidate"
      return
    fi
  done
}

# Puts the JDK's folder in $jdk, or says what is needed and ends.
need_jdk() {
  jdk=$(find_jdk)
  if [ -z "$jdk" ]; then
    say "Koppelwerk heeft een JDK $least of nieuwer nodig, bijvoorbeeld Temurin (https://adoptium.net)."
    say "Zet JAVA_HOME op de map van die JDK als hij er al is."
    say "Koppelwerk needs a JDK $least or newer, for instance Temurin; set JAVA_HOME when it is installed already."
    exit 1
  fi
}
