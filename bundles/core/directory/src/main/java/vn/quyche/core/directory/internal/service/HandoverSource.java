package vn.quyche.core.directory.internal.service;

import java.util.List;

/** A bundle's part in a checklist, in either direction. */
interface HandoverSource {

    String domain();

    List<Asked> items(String personId);

    void settled(String personId, String itemKey);

    /**
     * What a bundle asks for.
     *
     * @param otherId the other side: who receives from a leaver, who gives to a joiner
     * @param byItself whether nobody can confirm it
     */
    record Asked(String key, String clause, String title, String link, String otherId, boolean byItself) {}
}
