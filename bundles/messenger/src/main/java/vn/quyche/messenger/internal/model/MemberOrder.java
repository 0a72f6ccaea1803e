package vn.quyche.messenger.internal.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.quyche.core.api.Sort;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.messenger.api.ChatMember;

/** The order of who is in a chat; a chat holds a thousand people at most, and is shown whole. */
public record MemberOrder(Comparator<ChatMember> by) {

    private static final Comparator<ChatMember> NAME = Comparator.comparing(
                    (ChatMember member) -> VietnameseText.nameSortKey(member.name()))
            .thenComparing(ChatMember::userId);

    /**
     * Reads {@code name}, {@code state} or {@code changed}, downwards with a minus; by name when nothing is asked for.
     *
     * @throws vn.quyche.core.api.error.Invalid {@code core.bad-sort}
     */
    public static MemberOrder of(Optional<String> word) {
        Sort sort = Sort.of(word.filter(text -> !text.isBlank()), "name", List.of("name", "state", "changed"));
        Comparator<ChatMember> by = switch (sort.column()) {
            case "state" -> Comparator.comparing(ChatMember::state).thenComparing(NAME);
            case "changed" -> Comparator.comparing(ChatMember::changedAt).thenComparing(NAME);
            default -> NAME;
        };
        return new MemberOrder(sort.descending() ? by.reversed() : by);
    }

    /** Rows of members in this order. */
    public <R> List<R> sorted(List<R> rows, Function<R, ChatMember> member) {
        return rows.stream().sorted(Comparator.comparing(member, by)).toList();
    }
}
