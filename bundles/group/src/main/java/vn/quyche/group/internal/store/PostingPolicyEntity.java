package vn.quyche.group.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.conduct.PostingPolicy;

@Entity(name = "PostingPolicy")
@Table(name = "posting_policy", schema = "q_group")
class PostingPolicyEntity {
    @Id
    @Column(name = "group_id")
    String groupId;

    @Enumerated(EnumType.STRING)
    PostingPolicy policy;

    String reason;

    @Column(name = "set_at")
    long setAt;
}
