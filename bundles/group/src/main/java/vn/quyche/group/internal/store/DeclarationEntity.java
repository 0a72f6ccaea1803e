package vn.quyche.group.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.members.Declaration;

/** A declared member list. */
@Entity(name = "Declaration")
@Table(name = "group_declaration", schema = "q_group")
class DeclarationEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Column(name = "attachment_id")
    String attachmentId;

    @Column(name = "file_name")
    String fileName;

    String sha256;

    @Enumerated(EnumType.STRING)
    Declaration.State state;

    int members;
    int outsiders;
    int missing;
    int duplicates;
    int unclear;
    int nobody;

    @Column(name = "open_lines")
    int open;

    @Column(name = "by_id")
    String byId;

    @Column(name = "by_name")
    String byName;

    @Column(name = "started_at")
    long startedAt;

    @Column(name = "confirmed_at")
    Long confirmedAt;

    String basis;

    @Column(name = "erased_at")
    Long erasedAt;
}
