package vn.quyche.group.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.GroupRole;

/** That a group lacks somebody who answers for it. */
@Entity(name = "GroupVacancy")
@Table(name = "group_vacancy", schema = "q_group")
class VacancyEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Enumerated(EnumType.STRING)
    GroupRole role;

    @Column(name = "since_day")
    LocalDate since;

    @Column(name = "filled_at")
    Long filledAt;
}
