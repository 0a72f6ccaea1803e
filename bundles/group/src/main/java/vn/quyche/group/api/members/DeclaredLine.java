package vn.quyche.group.api.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line of a declared list.
 *
 * @param place its place in the declaration, from 1
 * @param row the row in the file; 0 for people who are not in it
 * @param name the name as it stands in the list, else that of the person
 * @param phone the number as it stands in the list, brought to {@code 0912345678} when it is one
 * @param kind what it says
 * @param by how the person was recognised
 * @param personId whom it was taken for
 * @param personName the name of that person
 * @param candidates who it may be, for lines that are settled by hand
 * @param doneAt when what had to be done was done
 * @param doneBy who said so
 */
public record DeclaredLine(
        int place,
        int row,
        String name,
        String phone,
        LineKind kind,
        Recognised by,
        Optional<String> personId,
        String personName,
        List<Candidate> candidates,
        Optional<Instant> doneAt,
        String doneBy) {

    public DeclaredLine {
        candidates = List.copyOf(candidates);
    }

    /** Somebody whom a line may mean. */
    public record Candidate(String personId, String name) {}

    /** Whether something still has to be done about it. */
    public boolean open() {
        return kind.asksForAction() && doneAt.isEmpty();
    }
}
