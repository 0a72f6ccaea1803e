package vn.quyche.core.directory.internal.model;

import vn.quyche.core.api.directory.People;

/**
 * A person as stored.
 *
 * @param id the id
 * @param data checked and normalised
 * @param version counts the changes of {@code data}
 */
public record StoredPerson(String id, People.Data data, long version) {}
