#!/bin/sh
# Loads the samples and answers the main question: demo.sh CHIDAO STORE
set -eu

chidao=$1
CHIDAO_STORE=$2
export CHIDAO_STORE
here=$(dirname "$0")
day=2026-04-15

bold='' plain=''
if [ -t 1 ]; then
    bold=$(printf '\033[1m') plain=$(printf '\033[0m')
fi

say() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }

# Runs a command after showing it as people type it.
run() {
    printf '$ chidao'
    for word in "$@"; do
        case $word in
        *[!A-Za-z0-9=/:.-]*) printf " '%s'" "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    "$chidao" "$@"
}

hint() { printf "  $chidao %-42s # %s\n" "$1" "$2"; }

say '1. Nạp các văn bản mẫu của tỉnh Hà Sơn (một tỉnh tưởng tượng)'
printf '$ chidao load samples\n'
"$chidao" load "$here"

say '2. Nhiệm vụ nào thực hiện Chỉ thị 05-CT/TW? (ba nhiệm vụ đầu)'
run tasks --implements 'Chỉ thị 05-CT/TW' --as-of $day --limit 3

say '3. Trong đó, việc nào đến hạn từ 15/4 đến 31/5/2026?'
run tasks --implements 'Chỉ thị 05-CT/TW' --as-of $day --due-from $day --due-to 2026-05-31 \
    --state open-in-time

say '4. Và việc nào có hạn từ tháng 02/2025 mà đã quá hạn?'
run tasks --implements 'Chỉ thị 05-CT/TW' --as-of $day --due-from 2025-02-01 --due-to $day \
    --state open-overdue

say 'Hãy thử tiếp:'
printf '  export CHIDAO_STORE=%s\n' "$CHIDAO_STORE"
hint "due --as-of $day --within 2w" 'việc đến hạn trong hai tuần, theo từng ngày'
hint 'chain 05-ct/tw --down' 'ai thực hiện Chỉ thị 05-CT/TW, qua văn bản nào'
hint "search 'tong ket 10 nam'" 'tìm không cần gõ dấu'
hint "documents --replaced --as-of $day" 'còn dựa vào văn bản đã bị thay thế'
hint 'load THU_MUC' 'nạp văn bản của chính bạn'
hint 'serve' "trang web; cần: ${chidao%chidao}pip install '.[serve]'"
