//! Whom a word for kin means: *Pryce’s sister, Eleri … Her brother*.

use super::Ledger;
use crate::lexicon::{self, RoleClass};
use crate::speaker::mention::{Description, Mention};
use crate::speaker::roster::{Figure, FigureId, Meeting};

impl Ledger {
    /// Who has been called so, or has kin that would call them so; none where that is nobody.
    pub(super) fn kin(
        &self,
        mention: &Mention,
        description: &Description,
        owner: Option<FigureId>,
        here: Meeting,
    ) -> Option<FigureId> {
        let (owner, word) = (self.roster.settled(owner?), &description.noun.head);
        lexicon::kin(word).filter(|_| mention.possessor.is_some())?;
        let near = |figure: &Figure| here.sentence.saturating_sub(figure.last.sentence) <= REACH;
        let same = self.roster.recent().find(|(_, figure)| {
            let kin = figure.kin_of.as_ref();
            kin.is_some_and(|(of, known)| self.roster.settled(*of) == owner && known == word)
        });
        // *Pryce’s sister … Her brother*: of *her*, more than one may be meant.
        let back =
            self.roster.recent().filter(|(_, figure)| near(figure)).find_map(|(id, figure)| {
                let (of, known) = figure.kin_of.as_ref()?;
                let called = lexicon::kin(known)?.contains(&word.as_str());
                let whose = self.roster.get(owner)?;
                let owns = id == owner || whose.gender.is_some() && whose.gender == figure.gender;
                let other = self.roster.get(*of)?;
                let agrees = other.gender.is_none() || other.gender == description.gender;
                (called && owns && agrees).then(|| self.roster.settled(*of))
            });
        same.map(|(id, _)| id).or(back).or_else(|| self.companion(owner, description))
    }

    /// *Ferreira and Bakke … her companion*: of two who were named together, the other.
    fn companion(&self, owner: FigureId, description: &Description) -> Option<FigureId> {
        let word = description.noun.head.as_str();
        // Not *her brother*, who need not be the one beside her.
        let mutual = lexicon::kin(word).is_some_and(|kin| kin == [word]);
        self.together_since().filter(|_| mutual && !description.plural)?;
        let [one, two] = self.together[..] else { return None };
        let (one, two) = (self.roster.settled(one), self.roster.settled(two));
        let other = if one == owner { two } else { one };
        (one == owner || two == owner).then_some(other)
    }

    /// Notes whose kin somebody is.
    pub(super) fn relate(&mut self, id: FigureId, mention: &Mention, owner: Option<FigureId>) {
        let Some(owner) =
            owner.filter(|&owner| self.roster.settled(owner) != self.roster.settled(id))
        else {
            return;
        };
        let described = mention.as_role();
        let kin = mention.roles.iter().chain(&described).find(|role| {
            role.noun.class == Some(RoleClass::Family) && lexicon::kin(&role.noun.head).is_some()
        });
        if let (Some(kin), Some(figure)) = (kin, self.roster.get_mut(id)) {
            figure.kin_of = Some((owner, kin.noun.head.clone()));
        }
    }
}

/// Over how many sentences *her brother* leads back to whose sister she is.
const REACH: usize = 4;
