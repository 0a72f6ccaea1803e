package vn.quyche.group.api.custody;

import java.time.Instant;

/**
 * That a directive was taken out of its group. Clause BC.4.6.
 *
 * @param id its id; stands in the manifest
 * @param directiveId the directive
 * @param byId who took it
 * @param byName the name of who took it
 * @param at when
 * @param reason what for
 * @param manifestHash the hex SHA-256 of the manifest, which holds the hash of every file
 */
public record CustodyExport(
        String id, String directiveId, String byId, String byName, Instant at, String reason, String manifestHash) {}
