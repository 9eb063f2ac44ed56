"""HiGHS behind the door of `core.disclosure.programme`: the one place that knows a solver (decision 0016)."""

import highspy

from guong.core.disclosure.programme import Programme

_PATIENCE = 20.0  # seconds; a programme takes milliseconds, and what isn't answered counts as disclosed
_NEAR = 1e-6


class Highs:
    """Answers programmes exactly: values are rounded and held against every constraint in whole numbers."""

    def __init__(self) -> None:
        self._highs = highspy.Highs()
        for name, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 0),
            ("time_limit", _PATIENCE),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 0.5),  # all factors are whole: half a unit is less than any step
            # Small programmes: what looks for a first answer costs more than the search itself (measured).
            ("mip_detect_symmetry", False),
            ("mip_allow_restart", False),
            ("mip_heuristic_run_feasibility_jump", False),
            ("mip_heuristic_run_rins", False),
            ("mip_heuristic_run_rens", False),
            ("mip_heuristic_run_root_reduced_cost", False),
        ):
            self._highs.setOptionValue(name, value)

    def answer(self, programme: Programme) -> tuple[int, ...] | None:
        """Return values that hold and are the best in ``favour``, None where there are none or none were proved in time."""
        self._highs.passModel(_model(programme))
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        values = tuple(round(value) for value in self._highs.getSolution().col_value)
        return values if programme.holds(values) else None


def _model(programme: Programme) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(programme.bounds), len(programme.constraints)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = list(map(float, programme.favour or (0,) * model.num_col_))
    model.col_lower_ = [float(low) for low, _ in programme.bounds]
    model.col_upper_ = [float(high) for _, high in programme.bounds]
    model.integrality_ = [highspy.HighsVarType.kInteger] * model.num_col_
    model.row_lower_ = [float(constraint.low) for constraint in programme.constraints]
    model.row_upper_ = [float(constraint.high) for constraint in programme.constraints]
    starts, places, factors = [0], [], []
    for constraint in programme.constraints:
        places += [place for place, _ in constraint.terms]
        factors += [float(factor) for _, factor in constraint.terms]
        starts.append(len(places))
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.num_col_, matrix.num_row_ = model.num_col_, model.num_row_
    matrix.start_, matrix.index_, matrix.value_ = starts, places, factors
    return model
