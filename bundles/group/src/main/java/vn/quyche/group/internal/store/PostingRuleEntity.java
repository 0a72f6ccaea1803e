package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.members.PostingPolicy;
import vn.quyche.group.api.members.PostingRule;

/** Who may post in a group from a day on. */
@Entity(name = "PostingRule")
@Table(name = "posting_rule", schema = "q_group")
class PostingRuleEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Enumerated(EnumType.STRING)
    PostingPolicy policy;

    @Column(name = "first_day")
    LocalDate first;

    String reason;

    @Column(name = "by_id")
    String byId;

    @Column(name = "by_name")
    String byName;

    @Column(name = "given_at")
    long givenAt;

    PostingRuleEntity() {}

    PostingRuleEntity(PostingRule of) {
        id = of.id();
        groupId = of.groupId();
        policy = of.policy();
        first = of.from();
        reason = of.reason();
        byId = of.byId();
        byName = of.byName();
        givenAt = of.givenAt().toEpochMilli();
    }

    PostingRule toRecord() {
        return new PostingRule(id, groupId, policy, first, reason, byId, byName, Instant.ofEpochMilli(givenAt));
    }
}
