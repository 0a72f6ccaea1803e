package vn.quyche.group.internal.rest;

import vn.quyche.core.api.directory.Person;

/**
 * Somebody whom a directive would reach.
 *
 * @param personId who
 * @param name the full name
 */
public record Recipient(String personId, String name) {

    static Recipient of(Person person) {
        return new Recipient(person.id(), person.fullName());
    }
}
