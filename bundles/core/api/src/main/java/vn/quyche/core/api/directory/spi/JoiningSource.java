package vn.quyche.core.api.directory.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Adds items to the checklist of a person who joins: an account to be given, groups to be entered, regulations to be
 * read. Register it as a service; the counterpart of {@link LeavingSource}.
 */
@ConsumerType
public interface JoiningSource {

    /** The domain that contributes. */
    String domain();

    /** What the person still lacks in this domain; asked when the checklist is opened and again when it is shown. */
    List<Item> items(String personId);

    /** Both sides have confirmed an item; in the running transaction. */
    void settled(String personId, String itemKey);

    /**
     * One thing to give.
     *
     * @param key stable within the domain, for example the id of the group
     * @param clause the clause that asks for it
     * @param title what to do, in Vietnamese, for example {@code Thêm vào nhóm "Hội đồng trường"}
     * @param link the page of the thing
     * @param giverId the person who gives; empty for who gives for the school
     * @param byItself whether nobody can confirm it: it is settled when the source no longer names it, for example when
     *     the person has acknowledged a regulation
     */
    record Item(String key, String clause, String title, String link, String giverId, boolean byItself) {}
}
