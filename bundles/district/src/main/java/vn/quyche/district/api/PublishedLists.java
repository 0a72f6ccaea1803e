package vn.quyche.district.api;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** The published lists, what each changed, and the check that anyone may make. Clauses TB.1, TB.2, TB.4. */
@ProviderType
public interface PublishedLists {

    /**
     * What the next list would change.
     *
     * @param groups how many groups would be on it
     * @param added how many would be new
     * @param changed how many would differ
     * @param removed how many would go
     */
    record Preview(int groups, int added, int changed, int removed) {

        /** Whether there is nothing to publish. */
        public boolean empty() {
            return added + changed + removed == 0;
        }
    }

    /**
     * What to look for on a list; empty fields do not restrict.
     *
     * @param day the day whose list is wanted
     * @param text a part of the name, without regard to case and diacritics
     * @param schoolCode the school
     */
    record Query(LocalDate day, Optional<String> text, Optional<String> schoolCode) {}

    /** What the next list would change; takes {@code district:publish}. */
    Preview preview(Caller caller);

    /**
     * Publishes what is recognised now; takes {@code district:publish}.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code district.nothing-to-publish}
     */
    PublishedVersion publish(Caller caller, NewPublication publication);

    /**
     * The published lists, newest first; takes {@code district:list}.
     *
     * @param page sorted by {@code version}, {@code groups}, {@code added}, {@code changed} or {@code removed}
     */
    Page<PublishedVersion> versions(Caller caller, PageRequest page);

    /**
     * The groups that were official on a day; takes {@code district:list}.
     *
     * @param page sorted by {@code name}, {@code school}, {@code platform} or {@code from}
     */
    Page<ListedEntry> list(Caller caller, Query query, PageRequest page);

    /**
     * What the lists changed, oldest first; the cursor of the last page goes on where it ended, also later; takes
     * {@code district:list}.
     *
     * @param schoolCode only this school's groups
     * @param page sorted by {@code version} or {@code school}
     */
    Page<ListChange> changes(Caller caller, Optional<String> schoolCode, PageRequest page);

    /** The cursor behind a change in the order of a page, to ask for what comes after it. */
    String cursor(PageRequest page, ListChange change);

    /**
     * Whether a group is official today; anyone may ask.
     *
     * @param nameOrCode its whole name, without regard to case and diacritics, or its check code
     */
    CheckAnswer check(Caller caller, String nameOrCode);
}
