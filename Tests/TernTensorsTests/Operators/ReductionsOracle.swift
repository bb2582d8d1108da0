// Written by Tests/Oracles/reductions.py: a call, the shape of its input, whose elements are
// i * 5 % 13 / 2 - 3, what is not finite in it, the shape that NumPy gives, and the elements.

enum ReductionsOracle {
  // swift-format-ignore
  static let text = """
    cumsum -1;1;plain;1;-3
    cumprod -1;1;plain;1;-3
    diff -1 1;1;plain;0;
    var -1;1;plain;;0
    median -1;1;plain;;-3
    argmax -1;1;plain;;0
    cumsum -1;1;nan;1;-3
    cumprod -1;1;nan;1;-3
    diff -1 1;1;nan;0;
    var -1;1;nan;;0
    median -1;1;nan;;-3
    argmax -1;1;nan;;0
    cumsum -1;1;infinite;1;-3
    cumprod -1;1;infinite;1;-3
    diff -1 1;1;infinite;0;
    var -1;1;infinite;;0
    median -1;1;infinite;;-3
    argmax -1;1;infinite;;0
    cumsumInitial -1;1;plain;2;0 -3
    cumprodInitial -1;1;plain;2;1 -3
    diff -1 0;1;plain;1;-3
    diff -1 2;1;plain;0;
    diff -1 5;1;plain;0;
    all -1;1;plain;;0
    any -1;1;plain;;0
    count -1;1;plain;;0
    varCorrected -1 1;1;plain;;nan
    varCorrected -1 2;1;plain;;nan
    cumsum 0;1;plain;1;-3
    cumprod 0;1;plain;1;-3
    diff 0 1;1;plain;0;
    var 0;1;plain;;0
    median 0;1;plain;;-3
    argmax 0;1;plain;;0
    cumsum 0;1;nan;1;-3
    cumprod 0;1;nan;1;-3
    diff 0 1;1;nan;0;
    var 0;1;nan;;0
    median 0;1;nan;;-3
    argmax 0;1;nan;;0
    cumsum 0;1;infinite;1;-3
    cumprod 0;1;infinite;1;-3
    diff 0 1;1;infinite;0;
    var 0;1;infinite;;0
    median 0;1;infinite;;-3
    argmax 0;1;infinite;;0
    cumsumInitial 0;1;plain;2;0 -3
    cumprodInitial 0;1;plain;2;1 -3
    diff 0 0;1;plain;1;-3
    diff 0 2;1;plain;0;
    diff 0 5;1;plain;0;
    all 0;1;plain;;0
    any 0;1;plain;;0
    count 0;1;plain;;0
    varCorrected 0 1;1;plain;;nan
    varCorrected 0 2;1;plain;;nan
    cumsum -1;7;plain;7;-3 -3.5 -1.5 -3.5 -3 0 -1
    cumprod -1;7;plain;7;-3 1.5 3 -6 -3 -9 9
    diff -1 1;7;plain;6;2.5 2.5 -4 2.5 2.5 -4
    var -1;7;plain;;3.90816326530612
    median -1;7;plain;;-0.5
    argmax -1;7;plain;;5
    cumsum -1;7;nan;7;-3 -3.5 nan nan nan nan nan
    cumprod -1;7;nan;7;-3 1.5 nan nan nan nan nan
    diff -1 1;7;nan;6;2.5 nan nan 2.5 2.5 -4
    var -1;7;nan;;nan
    median -1;7;nan;;nan
    argmax -1;7;nan;;2
    cumsum -1;7;infinite;7;-3 inf inf nan nan nan nan
    cumprod -1;7;infinite;7;-3 -inf -inf inf inf inf -inf
    diff -1 1;7;infinite;6;inf -inf -inf inf inf -inf
    var -1;7;infinite;;nan
    median -1;7;infinite;;0.5
    argmax -1;7;infinite;;1
    cumsumInitial -1;7;plain;8;0 -3 -3.5 -1.5 -3.5 -3 0 -1
    cumprodInitial -1;7;plain;8;1 -3 1.5 3 -6 -3 -9 9
    diff -1 0;7;plain;7;-3 -0.5 2 -2 0.5 3 -1
    diff -1 2;7;plain;5;0 -6.5 6.5 0 -6.5
    diff -1 5;7;plain;2;-39 19.5
    all -1;7;plain;;0
    any -1;7;plain;;1
    count -1;7;plain;;3
    varCorrected -1 1;7;plain;;4.55952380952381
    varCorrected -1 2;7;plain;;5.47142857142857
    cumsum 0;7;plain;7;-3 -3.5 -1.5 -3.5 -3 0 -1
    cumprod 0;7;plain;7;-3 1.5 3 -6 -3 -9 9
    diff 0 1;7;plain;6;2.5 2.5 -4 2.5 2.5 -4
    var 0;7;plain;;3.90816326530612
    median 0;7;plain;;-0.5
    argmax 0;7;plain;;5
    cumsum 0;7;nan;7;-3 -3.5 nan nan nan nan nan
    cumprod 0;7;nan;7;-3 1.5 nan nan nan nan nan
    diff 0 1;7;nan;6;2.5 nan nan 2.5 2.5 -4
    var 0;7;nan;;nan
    median 0;7;nan;;nan
    argmax 0;7;nan;;2
    cumsum 0;7;infinite;7;-3 inf inf nan nan nan nan
    cumprod 0;7;infinite;7;-3 -inf -inf inf inf inf -inf
    diff 0 1;7;infinite;6;inf -inf -inf inf inf -inf
    var 0;7;infinite;;nan
    median 0;7;infinite;;0.5
    argmax 0;7;infinite;;1
    cumsumInitial 0;7;plain;8;0 -3 -3.5 -1.5 -3.5 -3 0 -1
    cumprodInitial 0;7;plain;8;1 -3 1.5 3 -6 -3 -9 9
    diff 0 0;7;plain;7;-3 -0.5 2 -2 0.5 3 -1
    diff 0 2;7;plain;5;0 -6.5 6.5 0 -6.5
    diff 0 5;7;plain;2;-39 19.5
    all 0;7;plain;;0
    any 0;7;plain;;1
    count 0;7;plain;;3
    varCorrected 0 1;7;plain;;4.55952380952381
    varCorrected 0 2;7;plain;;5.47142857142857
    cumsum -1;17;plain;17;-3 -3.5 -1.5 -3.5 -3 0 -1 0.5 -2 -2 0.5 -1 0 -3 -3.5 -1.5 -3.5
    cumprod -1;17;plain;17;-3 1.5 3 -6 -3 -9 9 13.5 -33.75 -0 -0 0 0 -0 0 0 -0
    diff -1 1;17;plain;16;2.5 2.5 -4 2.5 2.5 -4 2.5 -4 2.5 2.5 -4 2.5 -4 2.5 2.5 -4
    var -1;17;plain;;3.64878892733564
    median -1;17;plain;;-0.5
    argmax -1;17;plain;;5
    cumsum -1;17;nan;17;-3 -3.5 nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan
    cumprod -1;17;nan;17;-3 1.5 nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan
    diff -1 1;17;nan;16;2.5 nan nan 2.5 2.5 -4 2.5 -4 nan nan -4 2.5 -4 2.5 2.5 nan
    var -1;17;nan;;nan
    median -1;17;nan;;nan
    argmax -1;17;nan;;2
    cumsum -1;17;infinite;17;-3 inf inf nan nan nan nan nan nan nan nan nan nan nan nan nan nan
    cumprod -1;17;infinite;17;-3 -inf -inf inf inf inf -inf -inf inf inf inf -inf -inf -inf inf inf -inf
    diff -1 1;17;infinite;16;inf -inf -inf inf inf -inf 2.5 -4 inf -inf -inf inf inf -inf 2.5 -4
    var -1;17;infinite;;nan
    median -1;17;infinite;;1
    argmax -1;17;infinite;;1
    cumsumInitial -1;17;plain;18;0 -3 -3.5 -1.5 -3.5 -3 0 -1 0.5 -2 -2 0.5 -1 0 -3 -3.5 -1.5 -3.5
    cumprodInitial -1;17;plain;18;1 -3 1.5 3 -6 -3 -9 9 13.5 -33.75 -0 -0 0 0 -0 0 0 -0
    diff -1 0;17;plain;17;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2
    diff -1 2;17;plain;15;0 -6.5 6.5 0 -6.5 6.5 -6.5 6.5 0 -6.5 6.5 -6.5 6.5 0 -6.5
    diff -1 5;17;plain;12;-39 19.5 19.5 -45.5 52 -45.5 19.5 19.5 -45.5 52 -45.5 19.5
    all -1;17;plain;;0
    any -1;17;plain;;1
    count -1;17;plain;;7
    varCorrected -1 1;17;plain;;3.87683823529412
    varCorrected -1 2;17;plain;;4.13529411764706
    cumsum 0;17;plain;17;-3 -3.5 -1.5 -3.5 -3 0 -1 0.5 -2 -2 0.5 -1 0 -3 -3.5 -1.5 -3.5
    cumprod 0;17;plain;17;-3 1.5 3 -6 -3 -9 9 13.5 -33.75 -0 -0 0 0 -0 0 0 -0
    diff 0 1;17;plain;16;2.5 2.5 -4 2.5 2.5 -4 2.5 -4 2.5 2.5 -4 2.5 -4 2.5 2.5 -4
    var 0;17;plain;;3.64878892733564
    median 0;17;plain;;-0.5
    argmax 0;17;plain;;5
    cumsum 0;17;nan;17;-3 -3.5 nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan
    cumprod 0;17;nan;17;-3 1.5 nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan
    diff 0 1;17;nan;16;2.5 nan nan 2.5 2.5 -4 2.5 -4 nan nan -4 2.5 -4 2.5 2.5 nan
    var 0;17;nan;;nan
    median 0;17;nan;;nan
    argmax 0;17;nan;;2
    cumsum 0;17;infinite;17;-3 inf inf nan nan nan nan nan nan nan nan nan nan nan nan nan nan
    cumprod 0;17;infinite;17;-3 -inf -inf inf inf inf -inf -inf inf inf inf -inf -inf -inf inf inf -inf
    diff 0 1;17;infinite;16;inf -inf -inf inf inf -inf 2.5 -4 inf -inf -inf inf inf -inf 2.5 -4
    var 0;17;infinite;;nan
    median 0;17;infinite;;1
    argmax 0;17;infinite;;1
    cumsumInitial 0;17;plain;18;0 -3 -3.5 -1.5 -3.5 -3 0 -1 0.5 -2 -2 0.5 -1 0 -3 -3.5 -1.5 -3.5
    cumprodInitial 0;17;plain;18;1 -3 1.5 3 -6 -3 -9 9 13.5 -33.75 -0 -0 0 0 -0 0 0 -0
    diff 0 0;17;plain;17;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2
    diff 0 2;17;plain;15;0 -6.5 6.5 0 -6.5 6.5 -6.5 6.5 0 -6.5 6.5 -6.5 6.5 0 -6.5
    diff 0 5;17;plain;12;-39 19.5 19.5 -45.5 52 -45.5 19.5 19.5 -45.5 52 -45.5 19.5
    all 0;17;plain;;0
    any 0;17;plain;;1
    count 0;17;plain;;7
    varCorrected 0 1;17;plain;;3.87683823529412
    varCorrected 0 2;17;plain;;4.13529411764706
    cumsum -1;2 3;plain;2 3;-3 -3.5 -1.5 -2 -1.5 1.5
    cumprod -1;2 3;plain;2 3;-3 1.5 3 -2 -1 -3
    diff -1 1;2 3;plain;2 2;2.5 2.5 2.5 2.5
    var -1;2 3;plain;2;4.16666666666667 4.16666666666667
    median -1;2 3;plain;2;-0.5 0.5
    argmax -1;2 3;plain;2;2 2
    cumsum -1;2 3;nan;2 3;-3 -3.5 nan -2 -1.5 1.5
    cumprod -1;2 3;nan;2 3;-3 1.5 nan -2 -1 -3
    diff -1 1;2 3;nan;2 2;2.5 nan 2.5 2.5
    var -1;2 3;nan;2;nan 4.16666666666667
    median -1;2 3;nan;2;nan 0.5
    argmax -1;2 3;nan;2;2 2
    cumsum -1;2 3;infinite;2 3;-3 inf inf -inf -inf nan
    cumprod -1;2 3;infinite;2 3;-3 -inf -inf -inf -inf -inf
    diff -1 1;2 3;infinite;2 2;inf -inf inf inf
    var -1;2 3;infinite;2;nan nan
    median -1;2 3;infinite;2;2 0.5
    argmax -1;2 3;infinite;2;1 2
    cumsumInitial -1;2 3;plain;2 4;0 -3 -3.5 -1.5 0 -2 -1.5 1.5
    cumprodInitial -1;2 3;plain;2 4;1 -3 1.5 3 1 -2 -1 -3
    diff -1 0;2 3;plain;2 3;-3 -0.5 2 -2 0.5 3
    diff -1 2;2 3;plain;2 1;0 0
    diff -1 5;2 3;plain;2 0;
    all -1;2 3;plain;2;0 0
    any -1;2 3;plain;2;0 1
    count -1;2 3;plain;2;1 2
    varCorrected -1 1;2 3;plain;2;6.25 6.25
    varCorrected -1 2;2 3;plain;2;12.5 12.5
    cumsum 0;2 3;plain;2 3;-3 -0.5 2 -5 0 5
    cumprod 0;2 3;plain;2 3;-3 -0.5 2 6 -0.25 6
    diff 0 1;2 3;plain;1 3;1 1 1
    var 0;2 3;plain;3;0.25 0.25 0.25
    median 0;2 3;plain;3;-2.5 0 2.5
    argmax 0;2 3;plain;3;1 1 1
    cumsum 0;2 3;nan;2 3;-3 -0.5 nan -5 0 nan
    cumprod 0;2 3;nan;2 3;-3 -0.5 nan 6 -0.25 nan
    diff 0 1;2 3;nan;1 3;1 1 nan
    var 0;2 3;nan;3;0.25 0.25 nan
    median 0;2 3;nan;3;-2.5 0 nan
    argmax 0;2 3;nan;3;1 1 0
    cumsum 0;2 3;infinite;2 3;-3 inf 2 -inf inf inf
    cumprod 0;2 3;infinite;2 3;-3 inf 2 inf inf inf
    diff 0 1;2 3;infinite;1 3;-inf -inf inf
    var 0;2 3;infinite;3;nan nan nan
    median 0;2 3;infinite;3;-inf inf inf
    argmax 0;2 3;infinite;3;0 0 1
    cumsumInitial 0;2 3;plain;3 3;0 0 0 -3 -0.5 2 -5 0 5
    cumprodInitial 0;2 3;plain;3 3;1 1 1 -3 -0.5 2 6 -0.25 6
    diff 0 0;2 3;plain;2 3;-3 -0.5 2 -2 0.5 3
    diff 0 2;2 3;plain;0 3;
    diff 0 5;2 3;plain;0 3;
    all 0;2 3;plain;3;0 1 1
    any 0;2 3;plain;3;0 0 1
    count 0;2 3;plain;3;0 1 2
    varCorrected 0 1;2 3;plain;3;0.5 0.5 0.5
    varCorrected 0 2;2 3;plain;3;inf inf inf
    cumsum 1;2 3;plain;2 3;-3 -3.5 -1.5 -2 -1.5 1.5
    cumprod 1;2 3;plain;2 3;-3 1.5 3 -2 -1 -3
    diff 1 1;2 3;plain;2 2;2.5 2.5 2.5 2.5
    var 1;2 3;plain;2;4.16666666666667 4.16666666666667
    median 1;2 3;plain;2;-0.5 0.5
    argmax 1;2 3;plain;2;2 2
    cumsum 1;2 3;nan;2 3;-3 -3.5 nan -2 -1.5 1.5
    cumprod 1;2 3;nan;2 3;-3 1.5 nan -2 -1 -3
    diff 1 1;2 3;nan;2 2;2.5 nan 2.5 2.5
    var 1;2 3;nan;2;nan 4.16666666666667
    median 1;2 3;nan;2;nan 0.5
    argmax 1;2 3;nan;2;2 2
    cumsum 1;2 3;infinite;2 3;-3 inf inf -inf -inf nan
    cumprod 1;2 3;infinite;2 3;-3 -inf -inf -inf -inf -inf
    diff 1 1;2 3;infinite;2 2;inf -inf inf inf
    var 1;2 3;infinite;2;nan nan
    median 1;2 3;infinite;2;2 0.5
    argmax 1;2 3;infinite;2;1 2
    cumsumInitial 1;2 3;plain;2 4;0 -3 -3.5 -1.5 0 -2 -1.5 1.5
    cumprodInitial 1;2 3;plain;2 4;1 -3 1.5 3 1 -2 -1 -3
    diff 1 0;2 3;plain;2 3;-3 -0.5 2 -2 0.5 3
    diff 1 2;2 3;plain;2 1;0 0
    diff 1 5;2 3;plain;2 0;
    all 1;2 3;plain;2;0 0
    any 1;2 3;plain;2;0 1
    count 1;2 3;plain;2;1 2
    varCorrected 1 1;2 3;plain;2;6.25 6.25
    varCorrected 1 2;2 3;plain;2;12.5 12.5
    cumsum -1;4 1;plain;4 1;-3 -0.5 2 -2
    cumprod -1;4 1;plain;4 1;-3 -0.5 2 -2
    diff -1 1;4 1;plain;4 0;
    var -1;4 1;plain;4;0 0 0 0
    median -1;4 1;plain;4;-3 -0.5 2 -2
    argmax -1;4 1;plain;4;0 0 0 0
    cumsum -1;4 1;nan;4 1;-3 -0.5 nan -2
    cumprod -1;4 1;nan;4 1;-3 -0.5 nan -2
    diff -1 1;4 1;nan;4 0;
    var -1;4 1;nan;4;0 0 nan 0
    median -1;4 1;nan;4;-3 -0.5 nan -2
    argmax -1;4 1;nan;4;0 0 0 0
    cumsum -1;4 1;infinite;4 1;-3 inf 2 -inf
    cumprod -1;4 1;infinite;4 1;-3 inf 2 -inf
    diff -1 1;4 1;infinite;4 0;
    var -1;4 1;infinite;4;0 nan 0 nan
    median -1;4 1;infinite;4;-3 inf 2 -inf
    argmax -1;4 1;infinite;4;0 0 0 0
    cumsumInitial -1;4 1;plain;4 2;0 -3 0 -0.5 0 2 0 -2
    cumprodInitial -1;4 1;plain;4 2;1 -3 1 -0.5 1 2 1 -2
    diff -1 0;4 1;plain;4 1;-3 -0.5 2 -2
    diff -1 2;4 1;plain;4 0;
    diff -1 5;4 1;plain;4 0;
    all -1;4 1;plain;4;0 1 1 0
    any -1;4 1;plain;4;0 0 0 0
    count -1;4 1;plain;4;0 0 1 0
    varCorrected -1 1;4 1;plain;4;nan nan nan nan
    varCorrected -1 2;4 1;plain;4;nan nan nan nan
    cumsum 0;4 1;plain;4 1;-3 -3.5 -1.5 -3.5
    cumprod 0;4 1;plain;4 1;-3 1.5 3 -6
    diff 0 1;4 1;plain;3 1;2.5 2.5 -4
    var 0;4 1;plain;1;3.546875
    median 0;4 1;plain;1;-1.25
    argmax 0;4 1;plain;1;2
    cumsum 0;4 1;nan;4 1;-3 -3.5 nan nan
    cumprod 0;4 1;nan;4 1;-3 1.5 nan nan
    diff 0 1;4 1;nan;3 1;2.5 nan nan
    var 0;4 1;nan;1;nan
    median 0;4 1;nan;1;nan
    argmax 0;4 1;nan;1;2
    cumsum 0;4 1;infinite;4 1;-3 inf inf nan
    cumprod 0;4 1;infinite;4 1;-3 -inf -inf inf
    diff 0 1;4 1;infinite;3 1;inf -inf -inf
    var 0;4 1;infinite;1;nan
    median 0;4 1;infinite;1;-0.5
    argmax 0;4 1;infinite;1;1
    cumsumInitial 0;4 1;plain;5 1;0 -3 -3.5 -1.5 -3.5
    cumprodInitial 0;4 1;plain;5 1;1 -3 1.5 3 -6
    diff 0 0;4 1;plain;4 1;-3 -0.5 2 -2
    diff 0 2;4 1;plain;2 1;0 -6.5
    diff 0 5;4 1;plain;0 1;
    all 0;4 1;plain;1;0
    any 0;4 1;plain;1;0
    count 0;4 1;plain;1;1
    varCorrected 0 1;4 1;plain;1;4.72916666666667
    varCorrected 0 2;4 1;plain;1;7.09375
    cumsum 1;4 1;plain;4 1;-3 -0.5 2 -2
    cumprod 1;4 1;plain;4 1;-3 -0.5 2 -2
    diff 1 1;4 1;plain;4 0;
    var 1;4 1;plain;4;0 0 0 0
    median 1;4 1;plain;4;-3 -0.5 2 -2
    argmax 1;4 1;plain;4;0 0 0 0
    cumsum 1;4 1;nan;4 1;-3 -0.5 nan -2
    cumprod 1;4 1;nan;4 1;-3 -0.5 nan -2
    diff 1 1;4 1;nan;4 0;
    var 1;4 1;nan;4;0 0 nan 0
    median 1;4 1;nan;4;-3 -0.5 nan -2
    argmax 1;4 1;nan;4;0 0 0 0
    cumsum 1;4 1;infinite;4 1;-3 inf 2 -inf
    cumprod 1;4 1;infinite;4 1;-3 inf 2 -inf
    diff 1 1;4 1;infinite;4 0;
    var 1;4 1;infinite;4;0 nan 0 nan
    median 1;4 1;infinite;4;-3 inf 2 -inf
    argmax 1;4 1;infinite;4;0 0 0 0
    cumsumInitial 1;4 1;plain;4 2;0 -3 0 -0.5 0 2 0 -2
    cumprodInitial 1;4 1;plain;4 2;1 -3 1 -0.5 1 2 1 -2
    diff 1 0;4 1;plain;4 1;-3 -0.5 2 -2
    diff 1 2;4 1;plain;4 0;
    diff 1 5;4 1;plain;4 0;
    all 1;4 1;plain;4;0 1 1 0
    any 1;4 1;plain;4;0 0 0 0
    count 1;4 1;plain;4;0 0 1 0
    varCorrected 1 1;4 1;plain;4;nan nan nan nan
    varCorrected 1 2;4 1;plain;4;nan nan nan nan
    cumsum -1;2 3 4;plain;2 3 4;-3 -3.5 -1.5 -3.5 0.5 3.5 2.5 4 -2.5 -2.5 0 -1.5 1 -2 -2.5 -0.5 -2 -1.5 1.5 0.5 1.\
    5 -1 -1 1.5
    cumprod -1;2 3 4;plain;2 3 4;-3 1.5 3 -6 0.5 1.5 -1.5 -2.25 -2.5 -0 -0 0 1 -3 1.5 3 -2 -1 -3 3 1.5 -3.75 -0 -0
    diff -1 1;2 3 4;plain;2 3 3;2.5 2.5 -4 2.5 -4 2.5 2.5 2.5 -4 -4 2.5 2.5 2.5 2.5 -4 -4 2.5 2.5
    var -1;2 3 4;plain;2 3;3.546875 2.125 3.546875 3.546875 3.546875 3.546875
    median -1;2 3 4;plain;2 3;-1.25 1 -0.75 0.25 -0.25 0.75
    argmax -1;2 3 4;plain;2 3;2 1 2 3 2 3
    cumsum -1;2 3 4;nan;2 3 4;-3 -3.5 nan nan 0.5 3.5 2.5 4 -2.5 nan nan nan 1 -2 -2.5 -0.5 nan nan nan nan 1.5 -1\
     -1 nan
    cumprod -1;2 3 4;nan;2 3 4;-3 1.5 nan nan 0.5 1.5 -1.5 -2.25 -2.5 nan nan nan 1 -3 1.5 3 nan nan nan nan 1.5 -\
    3.75 -0 nan
    diff -1 1;2 3 4;nan;2 3 3;2.5 nan nan 2.5 -4 2.5 nan nan -4 -4 2.5 2.5 nan 2.5 -4 -4 2.5 nan
    var -1;2 3 4;nan;2 3;nan 2.125 nan 3.546875 nan nan
    median -1;2 3 4;nan;2 3;nan 1 nan 0.25 nan nan
    argmax -1;2 3 4;nan;2 3;2 1 1 3 0 3
    cumsum -1;2 3 4;infinite;2 3 4;-3 inf inf nan 0.5 inf inf inf -2.5 inf inf nan 1 inf inf inf -2 inf inf nan 1.\
    5 inf inf inf
    cumprod -1;2 3 4;infinite;2 3 4;-3 -inf -inf inf 0.5 inf -inf -inf -2.5 -inf -inf inf 1 inf -inf -inf -2 -inf \
    -inf inf 1.5 inf nan nan
    diff -1 1;2 3 4;infinite;2 3 3;inf -inf -inf inf -inf 2.5 inf -inf -inf inf -inf 2.5 inf -inf -inf inf -inf 2.\
    5
    var -1;2 3 4;infinite;2 3;nan nan nan nan nan nan
    median -1;2 3 4;infinite;2 3;-0.5 1 0 1.5 0.5 2
    argmax -1;2 3 4;infinite;2 3;1 1 1 1 1 1
    cumsumInitial -1;2 3 4;plain;2 3 5;0 -3 -3.5 -1.5 -3.5 0 0.5 3.5 2.5 4 0 -2.5 -2.5 0 -1.5 0 1 -2 -2.5 -0.5 0 -\
    2 -1.5 1.5 0.5 0 1.5 -1 -1 1.5
    cumprodInitial -1;2 3 4;plain;2 3 5;1 -3 1.5 3 -6 1 0.5 1.5 -1.5 -2.25 1 -2.5 -0 -0 0 1 1 -3 1.5 3 1 -2 -1 -3 \
    3 1 1.5 -3.75 -0 -0
    diff -1 0;2 3 4;plain;2 3 4;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5
    diff -1 2;2 3 4;plain;2 3 2;0 -6.5 -6.5 6.5 0 -6.5 6.5 0 0 -6.5 6.5 0
    diff -1 5;2 3 4;plain;2 3 0;
    all -1;2 3 4;plain;2 3;0 1 0 0 0 0
    any -1;2 3 4;plain;2 3;0 1 1 0 1 1
    count -1;2 3 4;plain;2 3;1 3 1 2 2 2
    varCorrected -1 1;2 3 4;plain;2 3;4.72916666666667 2.83333333333333 4.72916666666667 4.72916666666667 4.729166\
    66666667 4.72916666666667
    varCorrected -1 2;2 3 4;plain;2 3;7.09375 4.25 7.09375 7.09375 7.09375 7.09375
    cumsum 0;2 3 4;plain;2 3 4;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -2 -3.5 1.5 0 -1.5 3.5 2 0.5 -1 -2.5 2.5 \
    1
    cumprod 0;2 3 4;plain;2 3 4;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 1.5 -1 -4 -1 1.5 -3 -1.5 -3.75 -0 0 -\
    3.75
    diff 0 1;2 3 4;plain;1 3 4;4 -2.5 -2.5 4 -2.5 -2.5 4 -2.5 4 -2.5 -2.5 4
    var 0;2 3 4;plain;3 4;4 1.5625 1.5625 4 1.5625 1.5625 4 1.5625 4 1.5625 1.5625 4
    median 0;2 3 4;plain;3 4;-1 -1.75 0.75 0 -0.75 1.75 1 0.25 -0.5 -1.25 1.25 0.5
    argmax 0;2 3 4;plain;3 4;1 0 0 1 0 0 1 0 1 0 0 1
    cumsum 0;2 3 4;nan;2 3 4;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -2 -3.5 nan 0 nan 3.5 2 0.5 -1 nan 2.5 \
    nan
    cumprod 0;2 3 4;nan;2 3 4;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 1.5 nan -4 nan 1.5 -3 -1.5 -3.75 na\
    n 0 nan
    diff 0 1;2 3 4;nan;1 3 4;4 -2.5 nan 4 nan -2.5 4 -2.5 4 nan -2.5 nan
    var 0;2 3 4;nan;3 4;4 1.5625 nan 4 nan 1.5625 4 1.5625 4 nan 1.5625 nan
    median 0;2 3 4;nan;3 4;-1 -1.75 nan 0 nan 1.75 1 0.25 -0.5 nan 1.25 nan
    argmax 0;2 3 4;nan;3 4;1 0 0 1 1 0 1 0 1 0 0 1
    cumsum 0;2 3 4;infinite;2 3 4;-3 inf 2 -inf 0.5 inf -1 1.5 -2.5 inf 2.5 -inf -2 inf 1.5 -inf -1.5 inf 2 -inf -\
    1 inf 2.5 -inf
    cumprod 0;2 3 4;infinite;2 3 4;-3 inf 2 -inf 0.5 inf -1 1.5 -2.5 inf 2.5 -inf -3 inf -1 -inf -1 inf -3 -inf -3\
    .75 inf 0 -inf
    diff 0 1;2 3 4;infinite;1 3 4;4 nan -2.5 inf -2.5 nan 4 -inf 4 nan -2.5 inf
    var 0;2 3 4;infinite;3 4;4 nan 1.5625 nan 1.5625 nan 4 nan 4 nan 1.5625 nan
    median 0;2 3 4;infinite;3 4;-1 inf 0.75 -inf -0.75 inf 1 -inf -0.5 inf 1.25 -inf
    argmax 0;2 3 4;infinite;3 4;1 0 0 1 0 0 1 0 1 0 0 1
    cumsumInitial 0;2 3 4;plain;3 3 4;0 0 0 0 0 0 0 0 0 0 0 0 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -2 -3.5 1.\
    5 0 -1.5 3.5 2 0.5 -1 -2.5 2.5 1
    cumprodInitial 0;2 3 4;plain;3 3 4;1 1 1 1 1 1 1 1 1 1 1 1 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 1.5 -1\
     -4 -1 1.5 -3 -1.5 -3.75 -0 0 -3.75
    diff 0 0;2 3 4;plain;2 3 4;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5
    diff 0 2;2 3 4;plain;0 3 4;
    diff 0 5;2 3 4;plain;0 3 4;
    all 0;2 3 4;plain;3 4;0 0 1 0 0 1 1 1 0 0 1 1
    any 0;2 3 4;plain;3 4;0 0 0 0 0 1 1 0 0 0 1 1
    count 0;2 3 4;plain;3 4;1 0 1 1 1 2 1 1 1 0 1 1
    varCorrected 0 1;2 3 4;plain;3 4;8 3.125 3.125 8 3.125 3.125 8 3.125 8 3.125 3.125 8
    varCorrected 0 2;2 3 4;plain;3 4;inf inf inf inf inf inf inf inf inf inf inf inf
    cumsum 1;2 3 4;plain;2 3 4;-3 -0.5 2 -2 -2.5 2.5 1 -0.5 -5 2.5 3.5 -2 1 -3 -0.5 2 -1 -2.5 2.5 1 0.5 -5 2.5 3.5
    cumprod 1;2 3 4;plain;2 3 4;-3 -0.5 2 -2 -1.5 -1.5 -2 -3 3.75 -0 -5 4.5 1 -3 -0.5 2 -2 -1.5 -1.5 -2 -3 3.75 -0\
     -5
    diff 1 1;2 3 4;plain;2 2 4;3.5 3.5 -3 3.5 -3 -3 3.5 -3 -3 3.5 3.5 -3 3.5 -3 -3 3.5
    var 1;2 3 4;plain;2 4;2.38888888888889 2.38888888888889 2.38888888888889 2.38888888888889 2.38888888888889 2.3\
    8888888888889 2.38888888888889 2.38888888888889
    median 1;2 3 4;plain;2 4;-2.5 0 2 -1.5 1 -2.5 0 2
    argmax 1;2 3 4;plain;2 4;1 1 2 1 2 1 1 2
    cumsum 1;2 3 4;nan;2 3 4;-3 -0.5 nan -2 -2.5 2.5 nan -0.5 -5 nan nan -2 1 -3 -0.5 2 nan -2.5 2.5 1 nan -5 2.5 \
    nan
    cumprod 1;2 3 4;nan;2 3 4;-3 -0.5 nan -2 -1.5 -1.5 nan -3 3.75 nan nan 4.5 1 -3 -0.5 2 nan -1.5 -1.5 -2 nan 3.\
    75 -0 nan
    diff 1 1;2 3 4;nan;2 2 4;3.5 3.5 nan 3.5 -3 nan 3.5 -3 nan 3.5 3.5 -3 nan -3 -3 nan
    var 1;2 3 4;nan;2 4;2.38888888888889 nan nan 2.38888888888889 nan 2.38888888888889 2.38888888888889 nan
    median 1;2 3 4;nan;2 4;-2.5 nan nan -1.5 nan -2.5 0 nan
    argmax 1;2 3 4;nan;2 4;1 2 0 1 1 1 1 2
    cumsum 1;2 3 4;infinite;2 3 4;-3 inf 2 -inf -2.5 inf 1 -inf -5 inf 3.5 -inf 1 inf -0.5 2 -1 inf 2.5 -inf 0.5 i\
    nf 2.5 -inf
    cumprod 1;2 3 4;infinite;2 3 4;-3 inf 2 -inf -1.5 inf -2 -inf 3.75 inf -5 inf 1 inf -0.5 2 -2 inf -1.5 -inf -3\
     inf -0 -inf
    diff 1 1;2 3 4;infinite;2 2 4;3.5 nan -3 inf -3 nan 3.5 -inf -3 nan 3.5 -inf 3.5 nan -3 inf
    var 1;2 3 4;infinite;2 4;2.38888888888889 nan 2.38888888888889 nan 2.38888888888889 nan 2.38888888888889 nan
    median 1;2 3 4;infinite;2 4;-2.5 inf 2 -inf 1 inf 0 2
    argmax 1;2 3 4;infinite;2 4;1 0 2 1 2 0 1 2
    cumsumInitial 1;2 3 4;plain;2 4 4;0 0 0 0 -3 -0.5 2 -2 -2.5 2.5 1 -0.5 -5 2.5 3.5 -2 0 0 0 0 1 -3 -0.5 2 -1 -2\
    .5 2.5 1 0.5 -5 2.5 3.5
    cumprodInitial 1;2 3 4;plain;2 4 4;1 1 1 1 -3 -0.5 2 -2 -1.5 -1.5 -2 -3 3.75 -0 -5 4.5 1 1 1 1 1 -3 -0.5 2 -2 \
    -1.5 -1.5 -2 -3 3.75 -0 -5
    diff 1 0;2 3 4;plain;2 3 4;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5
    diff 1 2;2 3 4;plain;2 1 4;-6.5 -6.5 6.5 -6.5 6.5 -6.5 -6.5 6.5
    diff 1 5;2 3 4;plain;2 0 4;
    all 1;2 3 4;plain;2 4;0 1 1 0 0 0 1 1
    any 1;2 3 4;plain;2 4;0 1 1 0 0 0 1 1
    count 1;2 3 4;plain;2 4;1 1 2 1 2 1 1 2
    varCorrected 1 1;2 3 4;plain;2 4;3.58333333333333 3.58333333333333 3.58333333333333 3.58333333333333 3.5833333\
    3333333 3.58333333333333 3.58333333333333 3.58333333333333
    varCorrected 1 2;2 3 4;plain;2 4;7.16666666666667 7.16666666666667 7.16666666666667 7.16666666666667 7.1666666\
    6666667 7.16666666666667 7.16666666666667 7.16666666666667
    cumsum 2;2 3 4;plain;2 3 4;-3 -3.5 -1.5 -3.5 0.5 3.5 2.5 4 -2.5 -2.5 0 -1.5 1 -2 -2.5 -0.5 -2 -1.5 1.5 0.5 1.5\
     -1 -1 1.5
    cumprod 2;2 3 4;plain;2 3 4;-3 1.5 3 -6 0.5 1.5 -1.5 -2.25 -2.5 -0 -0 0 1 -3 1.5 3 -2 -1 -3 3 1.5 -3.75 -0 -0
    diff 2 1;2 3 4;plain;2 3 3;2.5 2.5 -4 2.5 -4 2.5 2.5 2.5 -4 -4 2.5 2.5 2.5 2.5 -4 -4 2.5 2.5
    var 2;2 3 4;plain;2 3;3.546875 2.125 3.546875 3.546875 3.546875 3.546875
    median 2;2 3 4;plain;2 3;-1.25 1 -0.75 0.25 -0.25 0.75
    argmax 2;2 3 4;plain;2 3;2 1 2 3 2 3
    cumsum 2;2 3 4;nan;2 3 4;-3 -3.5 nan nan 0.5 3.5 2.5 4 -2.5 nan nan nan 1 -2 -2.5 -0.5 nan nan nan nan 1.5 -1 \
    -1 nan
    cumprod 2;2 3 4;nan;2 3 4;-3 1.5 nan nan 0.5 1.5 -1.5 -2.25 -2.5 nan nan nan 1 -3 1.5 3 nan nan nan nan 1.5 -3\
    .75 -0 nan
    diff 2 1;2 3 4;nan;2 3 3;2.5 nan nan 2.5 -4 2.5 nan nan -4 -4 2.5 2.5 nan 2.5 -4 -4 2.5 nan
    var 2;2 3 4;nan;2 3;nan 2.125 nan 3.546875 nan nan
    median 2;2 3 4;nan;2 3;nan 1 nan 0.25 nan nan
    argmax 2;2 3 4;nan;2 3;2 1 1 3 0 3
    cumsum 2;2 3 4;infinite;2 3 4;-3 inf inf nan 0.5 inf inf inf -2.5 inf inf nan 1 inf inf inf -2 inf inf nan 1.5\
     inf inf inf
    cumprod 2;2 3 4;infinite;2 3 4;-3 -inf -inf inf 0.5 inf -inf -inf -2.5 -inf -inf inf 1 inf -inf -inf -2 -inf -\
    inf inf 1.5 inf nan nan
    diff 2 1;2 3 4;infinite;2 3 3;inf -inf -inf inf -inf 2.5 inf -inf -inf inf -inf 2.5 inf -inf -inf inf -inf 2.5
    var 2;2 3 4;infinite;2 3;nan nan nan nan nan nan
    median 2;2 3 4;infinite;2 3;-0.5 1 0 1.5 0.5 2
    argmax 2;2 3 4;infinite;2 3;1 1 1 1 1 1
    cumsumInitial 2;2 3 4;plain;2 3 5;0 -3 -3.5 -1.5 -3.5 0 0.5 3.5 2.5 4 0 -2.5 -2.5 0 -1.5 0 1 -2 -2.5 -0.5 0 -2\
     -1.5 1.5 0.5 0 1.5 -1 -1 1.5
    cumprodInitial 2;2 3 4;plain;2 3 5;1 -3 1.5 3 -6 1 0.5 1.5 -1.5 -2.25 1 -2.5 -0 -0 0 1 1 -3 1.5 3 1 -2 -1 -3 3\
     1 1.5 -3.75 -0 -0
    diff 2 0;2 3 4;plain;2 3 4;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5
    diff 2 2;2 3 4;plain;2 3 2;0 -6.5 -6.5 6.5 0 -6.5 6.5 0 0 -6.5 6.5 0
    diff 2 5;2 3 4;plain;2 3 0;
    all 2;2 3 4;plain;2 3;0 1 0 0 0 0
    any 2;2 3 4;plain;2 3;0 1 1 0 1 1
    count 2;2 3 4;plain;2 3;1 3 1 2 2 2
    varCorrected 2 1;2 3 4;plain;2 3;4.72916666666667 2.83333333333333 4.72916666666667 4.72916666666667 4.7291666\
    6666667 4.72916666666667
    varCorrected 2 2;2 3 4;plain;2 3;7.09375 4.25 7.09375 7.09375 7.09375 7.09375
    cumsum -1;3 2 1 3;plain;3 2 1 3;-3 -3.5 -1.5 -2 -1.5 1.5 -1 0.5 -2 0 2.5 1 1 -2 -2.5 2 0 0.5
    cumprod -1;3 2 1 3;plain;3 2 1 3;-3 1.5 3 -2 -1 -3 -1 -1.5 3.75 0 0 -0 1 -3 1.5 2 -4 -2
    diff -1 1;3 2 1 3;plain;3 2 1 2;2.5 2.5 2.5 2.5 2.5 -4 2.5 -4 -4 2.5 -4 2.5
    var -1;3 2 1 3;plain;3 2 1;4.16666666666667 4.16666666666667 2.72222222222222 2.72222222222222 2.7222222222222\
    2 2.72222222222222
    median -1;3 2 1 3;plain;3 2 1;-0.5 0.5 -1 0 -0.5 0.5
    argmax -1;3 2 1 3;plain;3 2 1;2 2 1 1 0 0
    cumsum -1;3 2 1 3;nan;3 2 1 3;-3 -3.5 nan -2 -1.5 1.5 -1 0.5 -2 nan nan nan 1 -2 -2.5 2 nan nan
    cumprod -1;3 2 1 3;nan;3 2 1 3;-3 1.5 nan -2 -1 -3 -1 -1.5 3.75 nan nan nan 1 -3 1.5 2 nan nan
    diff -1 1;3 2 1 3;nan;3 2 1 2;2.5 nan 2.5 2.5 2.5 -4 nan -4 -4 2.5 nan nan
    var -1;3 2 1 3;nan;3 2 1;nan 4.16666666666667 2.72222222222222 nan 2.72222222222222 nan
    median -1;3 2 1 3;nan;3 2 1;nan 0.5 -1 nan -0.5 nan
    argmax -1;3 2 1 3;nan;3 2 1;2 2 1 0 0 1
    cumsum -1;3 2 1 3;infinite;3 2 1 3;-3 inf inf -inf -inf nan -1 0.5 -2 inf inf nan 1 inf inf 2 0 inf
    cumprod -1;3 2 1 3;infinite;3 2 1 3;-3 -inf -inf -inf -inf -inf -1 -1.5 3.75 inf inf -inf 1 inf -inf 2 -4 -inf
    diff -1 1;3 2 1 3;infinite;3 2 1 2;inf -inf inf inf 2.5 -4 -inf -inf inf -inf -4 inf
    var -1;3 2 1 3;infinite;3 2 1;nan nan 2.72222222222222 nan nan nan
    median -1;3 2 1 3;infinite;3 2 1;2 0.5 -1 2.5 1 2
    argmax -1;3 2 1 3;infinite;3 2 1;1 2 1 0 1 2
    cumsumInitial -1;3 2 1 3;plain;3 2 1 4;0 -3 -3.5 -1.5 0 -2 -1.5 1.5 0 -1 0.5 -2 0 0 2.5 1 0 1 -2 -2.5 0 2 0 0.\
    5
    cumprodInitial -1;3 2 1 3;plain;3 2 1 4;1 -3 1.5 3 1 -2 -1 -3 1 -1 -1.5 3.75 1 0 0 -0 1 1 -3 1.5 1 2 -4 -2
    diff -1 0;3 2 1 3;plain;3 2 1 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5
    diff -1 2;3 2 1 3;plain;3 2 1 1;0 0 -6.5 -6.5 6.5 6.5
    diff -1 5;3 2 1 3;plain;3 2 1 0;
    all -1;3 2 1 3;plain;3 2 1;0 0 0 1 0 0
    any -1;3 2 1 3;plain;3 2 1;0 1 0 1 0 0
    count -1;3 2 1 3;plain;3 2 1;1 2 1 1 1 2
    varCorrected -1 1;3 2 1 3;plain;3 2 1;6.25 6.25 4.08333333333333 4.08333333333333 4.08333333333333 4.083333333\
    33333
    varCorrected -1 2;3 2 1 3;plain;3 2 1;12.5 12.5 8.16666666666667 8.16666666666666 8.16666666666667 8.166666666\
    66666
    cumsum 0;3 2 1 3;plain;3 2 1 3;-3 -0.5 2 -2 0.5 3 -4 1 -0.5 -2 3 1.5 -3 -2 -1 0 1 2
    cumprod 0;3 2 1 3;plain;3 2 1 3;-3 -0.5 2 -2 0.5 3 3 -0.75 -5 -0 1.25 -4.5 3 2.25 2.5 -0 -2.5 -2.25
    diff 0 1;3 2 1 3;plain;2 2 1 3;2 2 -4.5 2 2 -4.5 2 -4.5 2 2 -4.5 2
    var 0;3 2 1 3;plain;2 1 3;2.66666666666667 3.38888888888889 3.38888888888889 2.66666666666667 3.38888888888889\
     3.38888888888889
    median 0;3 2 1 3;plain;2 1 3;-1 -0.5 -0.5 0 0.5 0.5
    argmax 0;3 2 1 3;plain;2 1 3;2 1 0 2 1 0
    cumsum 0;3 2 1 3;nan;3 2 1 3;-3 -0.5 nan -2 0.5 3 -4 1 nan nan 3 1.5 -3 -2 nan nan nan 2
    cumprod 0;3 2 1 3;nan;3 2 1 3;-3 -0.5 nan -2 0.5 3 3 -0.75 nan nan 1.25 -4.5 3 2.25 nan nan nan -2.25
    diff 0 1;3 2 1 3;nan;2 2 1 3;2 2 nan nan 2 -4.5 2 -4.5 2 nan nan 2
    var 0;3 2 1 3;nan;2 1 3;2.66666666666667 3.38888888888889 nan nan nan 3.38888888888889
    median 0;3 2 1 3;nan;2 1 3;-1 -0.5 nan nan nan 0.5
    argmax 0;3 2 1 3;nan;2 1 3;2 1 0 1 2 0
    cumsum 0;3 2 1 3;infinite;3 2 1 3;-3 inf 2 -inf 0.5 inf -4 inf -0.5 nan 3 nan -3 inf -1 nan 1 nan
    cumprod 0;3 2 1 3;infinite;3 2 1 3;-3 inf 2 -inf 0.5 inf 3 inf -5 -inf 1.25 -inf 3 inf 2.5 -inf -2.5 -inf
    diff 0 1;3 2 1 3;infinite;2 2 1 3;2 -inf -4.5 inf 2 -inf 2 inf 2 -inf -4.5 inf
    var 0;3 2 1 3;infinite;2 1 3;2.66666666666667 nan 3.38888888888889 nan 3.38888888888889 nan
    median 0;3 2 1 3;infinite;2 1 3;-1 inf -0.5 2 0.5 inf
    argmax 0;3 2 1 3;infinite;2 1 3;2 0 0 1 1 0
    cumsumInitial 0;3 2 1 3;plain;4 2 1 3;0 0 0 0 0 0 -3 -0.5 2 -2 0.5 3 -4 1 -0.5 -2 3 1.5 -3 -2 -1 0 1 2
    cumprodInitial 0;3 2 1 3;plain;4 2 1 3;1 1 1 1 1 1 -3 -0.5 2 -2 0.5 3 3 -0.75 -5 -0 1.25 -4.5 3 2.25 2.5 -0 -2\
    .5 -2.25
    diff 0 0;3 2 1 3;plain;3 2 1 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5
    diff 0 2;3 2 1 3;plain;1 2 1 3;0 -6.5 6.5 0 -6.5 6.5
    diff 0 5;3 2 1 3;plain;0 2 1 3;
    all 0;3 2 1 3;plain;2 1 3;0 0 0 0 0 1
    any 0;3 2 1 3;plain;2 1 3;0 0 0 0 1 1
    count 0;3 2 1 3;plain;2 1 3;1 1 1 1 2 2
    varCorrected 0 1;3 2 1 3;plain;2 1 3;4 5.08333333333333 5.08333333333333 4 5.08333333333333 5.08333333333333
    varCorrected 0 2;3 2 1 3;plain;2 1 3;8 10.1666666666667 10.1666666666667 8 10.1666666666667 10.1666666666667
    cumsum 1;3 2 1 3;plain;3 2 1 3;-3 -0.5 2 -5 0 5 -1 1.5 -2.5 -1 4 -4 1 -3 -0.5 3 -5 0
    cumprod 1;3 2 1 3;plain;3 2 1 3;-3 -0.5 2 6 -0.25 6 -1 1.5 -2.5 -0 3.75 3.75 1 -3 -0.5 2 6 -0.25
    diff 1 1;3 2 1 3;plain;3 1 1 3;1 1 1 1 1 1 1 1 1
    var 1;3 2 1 3;plain;3 1 3;0.25 0.25 0.25 0.25 0.25 0.25 0.25 0.25 0.25
    median 1;3 2 1 3;plain;3 1 3;-2.5 0 2.5 -0.5 2 -2 1.5 -2.5 0
    argmax 1;3 2 1 3;plain;3 1 3;1 1 1 1 1 1 1 1 1
    cumsum 1;3 2 1 3;nan;3 2 1 3;-3 -0.5 nan -5 0 nan -1 1.5 -2.5 nan 4 -4 1 -3 -0.5 3 nan 0
    cumprod 1;3 2 1 3;nan;3 2 1 3;-3 -0.5 nan 6 -0.25 nan -1 1.5 -2.5 nan 3.75 3.75 1 -3 -0.5 2 nan -0.25
    diff 1 1;3 2 1 3;nan;3 1 1 3;1 1 nan nan 1 1 1 nan 1
    var 1;3 2 1 3;nan;3 1 3;0.25 0.25 nan nan 0.25 0.25 0.25 nan 0.25
    median 1;3 2 1 3;nan;3 1 3;-2.5 0 nan nan 2 -2 1.5 nan 0
    argmax 1;3 2 1 3;nan;3 1 3;1 1 0 1 1 1 1 1 1
    cumsum 1;3 2 1 3;infinite;3 2 1 3;-3 inf 2 -inf inf inf -1 1.5 -2.5 inf 4 -inf 1 inf -0.5 3 inf inf
    cumprod 1;3 2 1 3;infinite;3 2 1 3;-3 inf 2 inf inf inf -1 1.5 -2.5 -inf 3.75 inf 1 inf -0.5 2 -inf -inf
    diff 1 1;3 2 1 3;infinite;3 1 1 3;-inf -inf inf inf 1 -inf 1 -inf inf
    var 1;3 2 1 3;infinite;3 1 3;nan nan nan nan 0.25 nan 0.25 nan nan
    median 1;3 2 1 3;infinite;3 1 3;-inf inf inf inf 2 -inf 1.5 inf inf
    argmax 1;3 2 1 3;infinite;3 1 3;0 0 1 1 1 0 1 0 1
    cumsumInitial 1;3 2 1 3;plain;3 3 1 3;0 0 0 -3 -0.5 2 -5 0 5 0 0 0 -1 1.5 -2.5 -1 4 -4 0 0 0 1 -3 -0.5 3 -5 0
    cumprodInitial 1;3 2 1 3;plain;3 3 1 3;1 1 1 -3 -0.5 2 6 -0.25 6 1 1 1 -1 1.5 -2.5 -0 3.75 3.75 1 1 1 1 -3 -0.\
    5 2 6 -0.25
    diff 1 0;3 2 1 3;plain;3 2 1 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5
    diff 1 2;3 2 1 3;plain;3 0 1 3;
    diff 1 5;3 2 1 3;plain;3 0 1 3;
    all 1;3 2 1 3;plain;3 1 3;0 1 1 1 1 0 1 0 1
    any 1;3 2 1 3;plain;3 1 3;0 0 1 0 1 0 0 0 0
    count 1;3 2 1 3;plain;3 1 3;0 1 2 0 2 0 2 0 1
    varCorrected 1 1;3 2 1 3;plain;3 1 3;0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5
    varCorrected 1 2;3 2 1 3;plain;3 1 3;inf inf inf inf inf inf inf inf inf
    cumsum 2;3 2 1 3;plain;3 2 1 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5
    cumprod 2;3 2 1 3;plain;3 2 1 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5
    diff 2 1;3 2 1 3;plain;3 2 0 3;
    var 2;3 2 1 3;plain;3 2 3;0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
    median 2;3 2 1 3;plain;3 2 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5
    argmax 2;3 2 1 3;plain;3 2 3;0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
    cumsum 2;3 2 1 3;nan;3 2 1 3;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5
    cumprod 2;3 2 1 3;nan;3 2 1 3;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5
    diff 2 1;3 2 1 3;nan;3 2 0 3;
    var 2;3 2 1 3;nan;3 2 3;0 0 nan 0 0 0 0 0 0 nan 0 0 0 0 0 0 nan 0
    median 2;3 2 1 3;nan;3 2 3;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5
    argmax 2;3 2 1 3;nan;3 2 3;0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
    cumsum 2;3 2 1 3;infinite;3 2 1 3;-3 inf 2 -inf 0.5 inf -1 1.5 -2.5 inf 2.5 -inf 1 inf -0.5 2 -2 inf
    cumprod 2;3 2 1 3;infinite;3 2 1 3;-3 inf 2 -inf 0.5 inf -1 1.5 -2.5 inf 2.5 -inf 1 inf -0.5 2 -2 inf
    diff 2 1;3 2 1 3;infinite;3 2 0 3;
    var 2;3 2 1 3;infinite;3 2 3;0 nan 0 nan 0 nan 0 0 0 nan 0 nan 0 nan 0 0 0 nan
    median 2;3 2 1 3;infinite;3 2 3;-3 inf 2 -inf 0.5 inf -1 1.5 -2.5 inf 2.5 -inf 1 inf -0.5 2 -2 inf
    argmax 2;3 2 1 3;infinite;3 2 3;0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
    cumsumInitial 2;3 2 1 3;plain;3 2 2 3;0 0 0 -3 -0.5 2 0 0 0 -2 0.5 3 0 0 0 -1 1.5 -2.5 0 0 0 0 2.5 -1.5 0 0 0 \
    1 -3 -0.5 0 0 0 2 -2 0.5
    cumprodInitial 2;3 2 1 3;plain;3 2 2 3;1 1 1 -3 -0.5 2 1 1 1 -2 0.5 3 1 1 1 -1 1.5 -2.5 1 1 1 0 2.5 -1.5 1 1 1\
     1 -3 -0.5 1 1 1 2 -2 0.5
    diff 2 0;3 2 1 3;plain;3 2 1 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5
    diff 2 2;3 2 1 3;plain;3 2 0 3;
    diff 2 5;3 2 1 3;plain;3 2 0 3;
    all 2;3 2 1 3;plain;3 2 3;0 1 1 0 1 1 1 1 0 1 1 1 1 0 1 1 0 1
    any 2;3 2 1 3;plain;3 2 3;0 0 0 0 0 1 0 0 0 0 1 0 0 0 0 0 0 0
    count 2;3 2 1 3;plain;3 2 3;0 0 1 0 1 1 0 1 0 0 1 0 1 0 0 1 0 1
    varCorrected 2 1;3 2 1 3;plain;3 2 3;nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan
    varCorrected 2 2;3 2 1 3;plain;3 2 3;nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan
    cumsum 3;3 2 1 3;plain;3 2 1 3;-3 -3.5 -1.5 -2 -1.5 1.5 -1 0.5 -2 0 2.5 1 1 -2 -2.5 2 0 0.5
    cumprod 3;3 2 1 3;plain;3 2 1 3;-3 1.5 3 -2 -1 -3 -1 -1.5 3.75 0 0 -0 1 -3 1.5 2 -4 -2
    diff 3 1;3 2 1 3;plain;3 2 1 2;2.5 2.5 2.5 2.5 2.5 -4 2.5 -4 -4 2.5 -4 2.5
    var 3;3 2 1 3;plain;3 2 1;4.16666666666667 4.16666666666667 2.72222222222222 2.72222222222222 2.72222222222222\
     2.72222222222222
    median 3;3 2 1 3;plain;3 2 1;-0.5 0.5 -1 0 -0.5 0.5
    argmax 3;3 2 1 3;plain;3 2 1;2 2 1 1 0 0
    cumsum 3;3 2 1 3;nan;3 2 1 3;-3 -3.5 nan -2 -1.5 1.5 -1 0.5 -2 nan nan nan 1 -2 -2.5 2 nan nan
    cumprod 3;3 2 1 3;nan;3 2 1 3;-3 1.5 nan -2 -1 -3 -1 -1.5 3.75 nan nan nan 1 -3 1.5 2 nan nan
    diff 3 1;3 2 1 3;nan;3 2 1 2;2.5 nan 2.5 2.5 2.5 -4 nan -4 -4 2.5 nan nan
    var 3;3 2 1 3;nan;3 2 1;nan 4.16666666666667 2.72222222222222 nan 2.72222222222222 nan
    median 3;3 2 1 3;nan;3 2 1;nan 0.5 -1 nan -0.5 nan
    argmax 3;3 2 1 3;nan;3 2 1;2 2 1 0 0 1
    cumsum 3;3 2 1 3;infinite;3 2 1 3;-3 inf inf -inf -inf nan -1 0.5 -2 inf inf nan 1 inf inf 2 0 inf
    cumprod 3;3 2 1 3;infinite;3 2 1 3;-3 -inf -inf -inf -inf -inf -1 -1.5 3.75 inf inf -inf 1 inf -inf 2 -4 -inf
    diff 3 1;3 2 1 3;infinite;3 2 1 2;inf -inf inf inf 2.5 -4 -inf -inf inf -inf -4 inf
    var 3;3 2 1 3;infinite;3 2 1;nan nan 2.72222222222222 nan nan nan
    median 3;3 2 1 3;infinite;3 2 1;2 0.5 -1 2.5 1 2
    argmax 3;3 2 1 3;infinite;3 2 1;1 2 1 0 1 2
    cumsumInitial 3;3 2 1 3;plain;3 2 1 4;0 -3 -3.5 -1.5 0 -2 -1.5 1.5 0 -1 0.5 -2 0 0 2.5 1 0 1 -2 -2.5 0 2 0 0.5
    cumprodInitial 3;3 2 1 3;plain;3 2 1 4;1 -3 1.5 3 1 -2 -1 -3 1 -1 -1.5 3.75 1 0 0 -0 1 1 -3 1.5 1 2 -4 -2
    diff 3 0;3 2 1 3;plain;3 2 1 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5
    diff 3 2;3 2 1 3;plain;3 2 1 1;0 0 -6.5 -6.5 6.5 6.5
    diff 3 5;3 2 1 3;plain;3 2 1 0;
    all 3;3 2 1 3;plain;3 2 1;0 0 0 1 0 0
    any 3;3 2 1 3;plain;3 2 1;0 1 0 1 0 0
    count 3;3 2 1 3;plain;3 2 1;1 2 1 1 1 2
    varCorrected 3 1;3 2 1 3;plain;3 2 1;6.25 6.25 4.08333333333333 4.08333333333333 4.08333333333333 4.0833333333\
    3333
    varCorrected 3 2;3 2 1 3;plain;3 2 1;12.5 12.5 8.16666666666667 8.16666666666666 8.16666666666667 8.1666666666\
    6666
    cumsum -1;2 1 3 1 2;plain;2 1 3 1 2;-3 -3.5 2 0 0.5 3.5 -1 0.5 -2.5 -2.5 2.5 1
    cumprod -1;2 1 3 1 2;plain;2 1 3 1 2;-3 1.5 2 -4 0.5 1.5 -1 -1.5 -2.5 -0 2.5 -3.75
    diff -1 1;2 1 3 1 2;plain;2 1 3 1 1;2.5 -4 2.5 2.5 2.5 -4
    var -1;2 1 3 1 2;plain;2 1 3 1;1.5625 4 1.5625 1.5625 1.5625 4
    median -1;2 1 3 1 2;plain;2 1 3 1;-1.75 0 1.75 0.25 -1.25 0.5
    argmax -1;2 1 3 1 2;plain;2 1 3 1;1 0 1 1 1 0
    cumsum -1;2 1 3 1 2;nan;2 1 3 1 2;-3 -3.5 nan nan 0.5 3.5 -1 0.5 -2.5 nan 2.5 1
    cumprod -1;2 1 3 1 2;nan;2 1 3 1 2;-3 1.5 nan nan 0.5 1.5 -1 -1.5 -2.5 nan 2.5 -3.75
    diff -1 1;2 1 3 1 2;nan;2 1 3 1 1;2.5 nan 2.5 2.5 nan -4
    var -1;2 1 3 1 2;nan;2 1 3 1;1.5625 nan 1.5625 1.5625 nan 4
    median -1;2 1 3 1 2;nan;2 1 3 1;-1.75 nan 1.75 0.25 nan 0.5
    argmax -1;2 1 3 1 2;nan;2 1 3 1;1 0 1 1 1 0
    cumsum -1;2 1 3 1 2;infinite;2 1 3 1 2;-3 inf 2 -inf 0.5 inf -1 0.5 -2.5 inf 2.5 -inf
    cumprod -1;2 1 3 1 2;infinite;2 1 3 1 2;-3 -inf 2 -inf 0.5 inf -1 -1.5 -2.5 -inf 2.5 -inf
    diff -1 1;2 1 3 1 2;infinite;2 1 3 1 1;inf -inf inf 2.5 inf -inf
    var -1;2 1 3 1 2;infinite;2 1 3 1;nan nan nan 1.5625 nan nan
    median -1;2 1 3 1 2;infinite;2 1 3 1;inf -inf inf 0.25 inf -inf
    argmax -1;2 1 3 1 2;infinite;2 1 3 1;1 0 1 1 1 0
    cumsumInitial -1;2 1 3 1 2;plain;2 1 3 1 3;0 -3 -3.5 0 2 0 0 0.5 3.5 0 -1 0.5 0 -2.5 -2.5 0 2.5 1
    cumprodInitial -1;2 1 3 1 2;plain;2 1 3 1 3;1 -3 1.5 1 2 -4 1 0.5 1.5 1 -1 -1.5 1 -2.5 -0 1 2.5 -3.75
    diff -1 0;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    diff -1 2;2 1 3 1 2;plain;2 1 3 1 0;
    diff -1 5;2 1 3 1 2;plain;2 1 3 1 0;
    all -1;2 1 3 1 2;plain;2 1 3 1;0 0 1 1 0 1
    any -1;2 1 3 1 2;plain;2 1 3 1;0 0 1 0 0 1
    count -1;2 1 3 1 2;plain;2 1 3 1;0 1 2 1 0 1
    varCorrected -1 1;2 1 3 1 2;plain;2 1 3 1;3.125 8 3.125 3.125 3.125 8
    varCorrected -1 2;2 1 3 1 2;plain;2 1 3 1;inf inf inf inf inf inf
    cumsum 0;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 2 -2 0.5 3 -4 1 -0.5 -2 3 1.5
    cumprod 0;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 2 -2 0.5 3 3 -0.75 -5 -0 1.25 -4.5
    diff 0 1;2 1 3 1 2;plain;1 1 3 1 2;2 2 -4.5 2 2 -4.5
    var 0;2 1 3 1 2;plain;1 3 1 2;1 1 5.0625 1 1 5.0625
    median 0;2 1 3 1 2;plain;1 3 1 2;-2 0.5 -0.25 -1 1.5 0.75
    argmax 0;2 1 3 1 2;plain;1 3 1 2;1 1 0 1 1 0
    cumsum 0;2 1 3 1 2;nan;2 1 3 1 2;-3 -0.5 nan -2 0.5 3 -4 1 nan nan 3 1.5
    cumprod 0;2 1 3 1 2;nan;2 1 3 1 2;-3 -0.5 nan -2 0.5 3 3 -0.75 nan nan 1.25 -4.5
    diff 0 1;2 1 3 1 2;nan;1 1 3 1 2;2 2 nan nan 2 -4.5
    var 0;2 1 3 1 2;nan;1 3 1 2;1 1 nan nan 1 5.0625
    median 0;2 1 3 1 2;nan;1 3 1 2;-2 0.5 nan nan 1.5 0.75
    argmax 0;2 1 3 1 2;nan;1 3 1 2;1 1 0 1 1 0
    cumsum 0;2 1 3 1 2;infinite;2 1 3 1 2;-3 inf 2 -inf 0.5 inf -4 inf -0.5 nan 3 nan
    cumprod 0;2 1 3 1 2;infinite;2 1 3 1 2;-3 inf 2 -inf 0.5 inf 3 inf -5 -inf 1.25 -inf
    diff 0 1;2 1 3 1 2;infinite;1 1 3 1 2;2 -inf -4.5 inf 2 -inf
    var 0;2 1 3 1 2;infinite;1 3 1 2;1 nan 5.0625 nan 1 nan
    median 0;2 1 3 1 2;infinite;1 3 1 2;-2 inf -0.25 nan 1.5 nan
    argmax 0;2 1 3 1 2;infinite;1 3 1 2;1 0 0 1 1 0
    cumsumInitial 0;2 1 3 1 2;plain;3 1 3 1 2;0 0 0 0 0 0 -3 -0.5 2 -2 0.5 3 -4 1 -0.5 -2 3 1.5
    cumprodInitial 0;2 1 3 1 2;plain;3 1 3 1 2;1 1 1 1 1 1 -3 -0.5 2 -2 0.5 3 3 -0.75 -5 -0 1.25 -4.5
    diff 0 0;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    diff 0 2;2 1 3 1 2;plain;0 1 3 1 2;
    diff 0 5;2 1 3 1 2;plain;0 1 3 1 2;
    all 0;2 1 3 1 2;plain;1 3 1 2;0 1 0 0 1 1
    any 0;2 1 3 1 2;plain;1 3 1 2;0 0 0 0 1 1
    count 0;2 1 3 1 2;plain;1 3 1 2;0 1 1 0 2 1
    varCorrected 0 1;2 1 3 1 2;plain;1 3 1 2;2 2 10.125 2 2 10.125
    varCorrected 0 2;2 1 3 1 2;plain;1 3 1 2;inf inf inf inf inf inf
    cumsum 1;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    cumprod 1;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    diff 1 1;2 1 3 1 2;plain;2 0 3 1 2;
    var 1;2 1 3 1 2;plain;2 3 1 2;0 0 0 0 0 0 0 0 0 0 0 0
    median 1;2 1 3 1 2;plain;2 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    argmax 1;2 1 3 1 2;plain;2 3 1 2;0 0 0 0 0 0 0 0 0 0 0 0
    cumsum 1;2 1 3 1 2;nan;2 1 3 1 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    cumprod 1;2 1 3 1 2;nan;2 1 3 1 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    diff 1 1;2 1 3 1 2;nan;2 0 3 1 2;
    var 1;2 1 3 1 2;nan;2 3 1 2;0 0 nan 0 0 0 0 0 0 nan 0 0
    median 1;2 1 3 1 2;nan;2 3 1 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    argmax 1;2 1 3 1 2;nan;2 3 1 2;0 0 0 0 0 0 0 0 0 0 0 0
    cumsum 1;2 1 3 1 2;infinite;2 1 3 1 2;-3 inf 2 -inf 0.5 inf -1 1.5 -2.5 inf 2.5 -inf
    cumprod 1;2 1 3 1 2;infinite;2 1 3 1 2;-3 inf 2 -inf 0.5 inf -1 1.5 -2.5 inf 2.5 -inf
    diff 1 1;2 1 3 1 2;infinite;2 0 3 1 2;
    var 1;2 1 3 1 2;infinite;2 3 1 2;0 nan 0 nan 0 nan 0 0 0 nan 0 nan
    median 1;2 1 3 1 2;infinite;2 3 1 2;-3 inf 2 -inf 0.5 inf -1 1.5 -2.5 inf 2.5 -inf
    argmax 1;2 1 3 1 2;infinite;2 3 1 2;0 0 0 0 0 0 0 0 0 0 0 0
    cumsumInitial 1;2 1 3 1 2;plain;2 2 3 1 2;0 0 0 0 0 0 -3 -0.5 2 -2 0.5 3 0 0 0 0 0 0 -1 1.5 -2.5 0 2.5 -1.5
    cumprodInitial 1;2 1 3 1 2;plain;2 2 3 1 2;1 1 1 1 1 1 -3 -0.5 2 -2 0.5 3 1 1 1 1 1 1 -1 1.5 -2.5 0 2.5 -1.5
    diff 1 0;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    diff 1 2;2 1 3 1 2;plain;2 0 3 1 2;
    diff 1 5;2 1 3 1 2;plain;2 0 3 1 2;
    all 1;2 1 3 1 2;plain;2 3 1 2;0 1 1 0 1 1 1 1 0 1 1 1
    any 1;2 1 3 1 2;plain;2 3 1 2;0 0 0 0 0 1 0 0 0 0 1 0
    count 1;2 1 3 1 2;plain;2 3 1 2;0 0 1 0 1 1 0 1 0 0 1 0
    varCorrected 1 1;2 1 3 1 2;plain;2 3 1 2;nan nan nan nan nan nan nan nan nan nan nan nan
    varCorrected 1 2;2 1 3 1 2;plain;2 3 1 2;nan nan nan nan nan nan nan nan nan nan nan nan
    cumsum 2;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 -1 -2.5 -0.5 0.5 -1 1.5 -3.5 1.5 -1 0
    cumprod 2;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 -6 1 -3 3 -1 1.5 2.5 0 6.25 -0
    diff 2 1;2 1 3 1 2;plain;2 1 2 1 2;5 -1.5 -1.5 5 -1.5 -1.5 5 -1.5
    var 2;2 1 3 1 2;plain;2 1 1 2;4.38888888888889 4.38888888888889 4.38888888888889 1.5
    median 2;2 1 3 1 2;plain;2 1 1 2;0.5 -0.5 -1 0
    argmax 2;2 1 3 1 2;plain;2 1 1 2;1 2 2 0
    cumsum 2;2 1 3 1 2;nan;2 1 3 1 2;-3 -0.5 nan -2.5 nan 0.5 -1 1.5 -3.5 nan -1 nan
    cumprod 2;2 1 3 1 2;nan;2 1 3 1 2;-3 -0.5 nan 1 nan 3 -1 1.5 2.5 nan 6.25 nan
    diff 2 1;2 1 3 1 2;nan;2 1 2 1 2;nan -1.5 nan 5 -1.5 nan 5 nan
    var 2;2 1 3 1 2;nan;2 1 1 2;nan 4.38888888888889 4.38888888888889 nan
    median 2;2 1 3 1 2;nan;2 1 1 2;nan -0.5 -1 nan
    argmax 2;2 1 3 1 2;nan;2 1 1 2;1 2 2 1
    cumsum 2;2 1 3 1 2;infinite;2 1 3 1 2;-3 inf -1 nan -0.5 nan -1 1.5 -3.5 inf -1 nan
    cumprod 2;2 1 3 1 2;infinite;2 1 3 1 2;-3 inf -6 -inf -3 -inf -1 1.5 2.5 inf 6.25 -inf
    diff 2 1;2 1 3 1 2;infinite;2 1 2 1 2;5 -inf -1.5 inf -1.5 inf 5 -inf
    var 2;2 1 3 1 2;infinite;2 1 1 2;4.38888888888889 nan 4.38888888888889 nan
    median 2;2 1 3 1 2;infinite;2 1 1 2;0.5 inf -1 1.5
    argmax 2;2 1 3 1 2;infinite;2 1 1 2;1 0 2 1
    cumsumInitial 2;2 1 3 1 2;plain;2 1 4 1 2;0 0 -3 -0.5 -1 -2.5 -0.5 0.5 0 0 -1 1.5 -3.5 1.5 -1 0
    cumprodInitial 2;2 1 3 1 2;plain;2 1 4 1 2;1 1 -3 -0.5 -6 1 -3 3 1 1 -1 1.5 2.5 0 6.25 -0
    diff 2 0;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    diff 2 2;2 1 3 1 2;plain;2 1 1 1 2;-6.5 6.5 6.5 0
    diff 2 5;2 1 3 1 2;plain;2 1 0 1 2;
    all 2;2 1 3 1 2;plain;2 1 1 2;0 0 0 1
    any 2;2 1 3 1 2;plain;2 1 1 2;0 1 1 0
    count 2;2 1 3 1 2;plain;2 1 1 2;2 1 1 1
    varCorrected 2 1;2 1 3 1 2;plain;2 1 1 2;6.58333333333333 6.58333333333333 6.58333333333333 2.25
    varCorrected 2 2;2 1 3 1 2;plain;2 1 1 2;13.1666666666667 13.1666666666667 13.1666666666667 4.5
    cumsum 3;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    cumprod 3;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    diff 3 1;2 1 3 1 2;plain;2 1 3 0 2;
    var 3;2 1 3 1 2;plain;2 1 3 2;0 0 0 0 0 0 0 0 0 0 0 0
    median 3;2 1 3 1 2;plain;2 1 3 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    argmax 3;2 1 3 1 2;plain;2 1 3 2;0 0 0 0 0 0 0 0 0 0 0 0
    cumsum 3;2 1 3 1 2;nan;2 1 3 1 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    cumprod 3;2 1 3 1 2;nan;2 1 3 1 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    diff 3 1;2 1 3 1 2;nan;2 1 3 0 2;
    var 3;2 1 3 1 2;nan;2 1 3 2;0 0 nan 0 0 0 0 0 0 nan 0 0
    median 3;2 1 3 1 2;nan;2 1 3 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    argmax 3;2 1 3 1 2;nan;2 1 3 2;0 0 0 0 0 0 0 0 0 0 0 0
    cumsum 3;2 1 3 1 2;infinite;2 1 3 1 2;-3 inf 2 -inf 0.5 inf -1 1.5 -2.5 inf 2.5 -inf
    cumprod 3;2 1 3 1 2;infinite;2 1 3 1 2;-3 inf 2 -inf 0.5 inf -1 1.5 -2.5 inf 2.5 -inf
    diff 3 1;2 1 3 1 2;infinite;2 1 3 0 2;
    var 3;2 1 3 1 2;infinite;2 1 3 2;0 nan 0 nan 0 nan 0 0 0 nan 0 nan
    median 3;2 1 3 1 2;infinite;2 1 3 2;-3 inf 2 -inf 0.5 inf -1 1.5 -2.5 inf 2.5 -inf
    argmax 3;2 1 3 1 2;infinite;2 1 3 2;0 0 0 0 0 0 0 0 0 0 0 0
    cumsumInitial 3;2 1 3 1 2;plain;2 1 3 2 2;0 0 -3 -0.5 0 0 2 -2 0 0 0.5 3 0 0 -1 1.5 0 0 -2.5 0 0 0 2.5 -1.5
    cumprodInitial 3;2 1 3 1 2;plain;2 1 3 2 2;1 1 -3 -0.5 1 1 2 -2 1 1 0.5 3 1 1 -1 1.5 1 1 -2.5 0 1 1 2.5 -1.5
    diff 3 0;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    diff 3 2;2 1 3 1 2;plain;2 1 3 0 2;
    diff 3 5;2 1 3 1 2;plain;2 1 3 0 2;
    all 3;2 1 3 1 2;plain;2 1 3 2;0 1 1 0 1 1 1 1 0 1 1 1
    any 3;2 1 3 1 2;plain;2 1 3 2;0 0 0 0 0 1 0 0 0 0 1 0
    count 3;2 1 3 1 2;plain;2 1 3 2;0 0 1 0 1 1 0 1 0 0 1 0
    varCorrected 3 1;2 1 3 1 2;plain;2 1 3 2;nan nan nan nan nan nan nan nan nan nan nan nan
    varCorrected 3 2;2 1 3 1 2;plain;2 1 3 2;nan nan nan nan nan nan nan nan nan nan nan nan
    cumsum 4;2 1 3 1 2;plain;2 1 3 1 2;-3 -3.5 2 0 0.5 3.5 -1 0.5 -2.5 -2.5 2.5 1
    cumprod 4;2 1 3 1 2;plain;2 1 3 1 2;-3 1.5 2 -4 0.5 1.5 -1 -1.5 -2.5 -0 2.5 -3.75
    diff 4 1;2 1 3 1 2;plain;2 1 3 1 1;2.5 -4 2.5 2.5 2.5 -4
    var 4;2 1 3 1 2;plain;2 1 3 1;1.5625 4 1.5625 1.5625 1.5625 4
    median 4;2 1 3 1 2;plain;2 1 3 1;-1.75 0 1.75 0.25 -1.25 0.5
    argmax 4;2 1 3 1 2;plain;2 1 3 1;1 0 1 1 1 0
    cumsum 4;2 1 3 1 2;nan;2 1 3 1 2;-3 -3.5 nan nan 0.5 3.5 -1 0.5 -2.5 nan 2.5 1
    cumprod 4;2 1 3 1 2;nan;2 1 3 1 2;-3 1.5 nan nan 0.5 1.5 -1 -1.5 -2.5 nan 2.5 -3.75
    diff 4 1;2 1 3 1 2;nan;2 1 3 1 1;2.5 nan 2.5 2.5 nan -4
    var 4;2 1 3 1 2;nan;2 1 3 1;1.5625 nan 1.5625 1.5625 nan 4
    median 4;2 1 3 1 2;nan;2 1 3 1;-1.75 nan 1.75 0.25 nan 0.5
    argmax 4;2 1 3 1 2;nan;2 1 3 1;1 0 1 1 1 0
    cumsum 4;2 1 3 1 2;infinite;2 1 3 1 2;-3 inf 2 -inf 0.5 inf -1 0.5 -2.5 inf 2.5 -inf
    cumprod 4;2 1 3 1 2;infinite;2 1 3 1 2;-3 -inf 2 -inf 0.5 inf -1 -1.5 -2.5 -inf 2.5 -inf
    diff 4 1;2 1 3 1 2;infinite;2 1 3 1 1;inf -inf inf 2.5 inf -inf
    var 4;2 1 3 1 2;infinite;2 1 3 1;nan nan nan 1.5625 nan nan
    median 4;2 1 3 1 2;infinite;2 1 3 1;inf -inf inf 0.25 inf -inf
    argmax 4;2 1 3 1 2;infinite;2 1 3 1;1 0 1 1 1 0
    cumsumInitial 4;2 1 3 1 2;plain;2 1 3 1 3;0 -3 -3.5 0 2 0 0 0.5 3.5 0 -1 0.5 0 -2.5 -2.5 0 2.5 1
    cumprodInitial 4;2 1 3 1 2;plain;2 1 3 1 3;1 -3 1.5 1 2 -4 1 0.5 1.5 1 -1 -1.5 1 -2.5 -0 1 2.5 -3.75
    diff 4 0;2 1 3 1 2;plain;2 1 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    diff 4 2;2 1 3 1 2;plain;2 1 3 1 0;
    diff 4 5;2 1 3 1 2;plain;2 1 3 1 0;
    all 4;2 1 3 1 2;plain;2 1 3 1;0 0 1 1 0 1
    any 4;2 1 3 1 2;plain;2 1 3 1;0 0 1 0 0 1
    count 4;2 1 3 1 2;plain;2 1 3 1;0 1 2 1 0 1
    varCorrected 4 1;2 1 3 1 2;plain;2 1 3 1;3.125 8 3.125 3.125 3.125 8
    varCorrected 4 2;2 1 3 1 2;plain;2 1 3 1;inf inf inf inf inf inf
    cumsum -1;0;plain;0;
    cumprod -1;0;plain;0;
    diff -1 1;0;plain;0;
    cumsum -1;0;nan;0;
    cumprod -1;0;nan;0;
    diff -1 1;0;nan;0;
    cumsum -1;0;infinite;0;
    cumprod -1;0;infinite;0;
    diff -1 1;0;infinite;0;
    cumsumInitial -1;0;plain;1;0
    cumprodInitial -1;0;plain;1;1
    diff -1 0;0;plain;0;
    diff -1 2;0;plain;0;
    diff -1 5;0;plain;0;
    all -1;0;plain;;1
    any -1;0;plain;;0
    count -1;0;plain;;0
    cumsum 0;0;plain;0;
    cumprod 0;0;plain;0;
    diff 0 1;0;plain;0;
    cumsum 0;0;nan;0;
    cumprod 0;0;nan;0;
    diff 0 1;0;nan;0;
    cumsum 0;0;infinite;0;
    cumprod 0;0;infinite;0;
    diff 0 1;0;infinite;0;
    cumsumInitial 0;0;plain;1;0
    cumprodInitial 0;0;plain;1;1
    diff 0 0;0;plain;0;
    diff 0 2;0;plain;0;
    diff 0 5;0;plain;0;
    all 0;0;plain;;1
    any 0;0;plain;;0
    count 0;0;plain;;0
    cumsum -1;0 3;plain;0 3;
    cumprod -1;0 3;plain;0 3;
    diff -1 1;0 3;plain;0 2;
    var -1;0 3;plain;0;
    median -1;0 3;plain;0;
    argmax -1;0 3;plain;0;
    cumsum -1;0 3;nan;0 3;
    cumprod -1;0 3;nan;0 3;
    diff -1 1;0 3;nan;0 2;
    var -1;0 3;nan;0;
    median -1;0 3;nan;0;
    argmax -1;0 3;nan;0;
    cumsum -1;0 3;infinite;0 3;
    cumprod -1;0 3;infinite;0 3;
    diff -1 1;0 3;infinite;0 2;
    var -1;0 3;infinite;0;
    median -1;0 3;infinite;0;
    argmax -1;0 3;infinite;0;
    cumsumInitial -1;0 3;plain;0 4;
    cumprodInitial -1;0 3;plain;0 4;
    diff -1 0;0 3;plain;0 3;
    diff -1 2;0 3;plain;0 1;
    diff -1 5;0 3;plain;0 0;
    all -1;0 3;plain;0;
    any -1;0 3;plain;0;
    count -1;0 3;plain;0;
    varCorrected -1 1;0 3;plain;0;
    varCorrected -1 2;0 3;plain;0;
    cumsum 0;0 3;plain;0 3;
    cumprod 0;0 3;plain;0 3;
    diff 0 1;0 3;plain;0 3;
    cumsum 0;0 3;nan;0 3;
    cumprod 0;0 3;nan;0 3;
    diff 0 1;0 3;nan;0 3;
    cumsum 0;0 3;infinite;0 3;
    cumprod 0;0 3;infinite;0 3;
    diff 0 1;0 3;infinite;0 3;
    cumsumInitial 0;0 3;plain;1 3;0 0 0
    cumprodInitial 0;0 3;plain;1 3;1 1 1
    diff 0 0;0 3;plain;0 3;
    diff 0 2;0 3;plain;0 3;
    diff 0 5;0 3;plain;0 3;
    all 0;0 3;plain;3;1 1 1
    any 0;0 3;plain;3;0 0 0
    count 0;0 3;plain;3;0 0 0
    cumsum 1;0 3;plain;0 3;
    cumprod 1;0 3;plain;0 3;
    diff 1 1;0 3;plain;0 2;
    var 1;0 3;plain;0;
    median 1;0 3;plain;0;
    argmax 1;0 3;plain;0;
    cumsum 1;0 3;nan;0 3;
    cumprod 1;0 3;nan;0 3;
    diff 1 1;0 3;nan;0 2;
    var 1;0 3;nan;0;
    median 1;0 3;nan;0;
    argmax 1;0 3;nan;0;
    cumsum 1;0 3;infinite;0 3;
    cumprod 1;0 3;infinite;0 3;
    diff 1 1;0 3;infinite;0 2;
    var 1;0 3;infinite;0;
    median 1;0 3;infinite;0;
    argmax 1;0 3;infinite;0;
    cumsumInitial 1;0 3;plain;0 4;
    cumprodInitial 1;0 3;plain;0 4;
    diff 1 0;0 3;plain;0 3;
    diff 1 2;0 3;plain;0 1;
    diff 1 5;0 3;plain;0 0;
    all 1;0 3;plain;0;
    any 1;0 3;plain;0;
    count 1;0 3;plain;0;
    varCorrected 1 1;0 3;plain;0;
    varCorrected 1 2;0 3;plain;0;
    cumsum -1;3 0 2;plain;3 0 2;
    cumprod -1;3 0 2;plain;3 0 2;
    diff -1 1;3 0 2;plain;3 0 1;
    var -1;3 0 2;plain;3 0;
    median -1;3 0 2;plain;3 0;
    argmax -1;3 0 2;plain;3 0;
    cumsum -1;3 0 2;nan;3 0 2;
    cumprod -1;3 0 2;nan;3 0 2;
    diff -1 1;3 0 2;nan;3 0 1;
    var -1;3 0 2;nan;3 0;
    median -1;3 0 2;nan;3 0;
    argmax -1;3 0 2;nan;3 0;
    cumsum -1;3 0 2;infinite;3 0 2;
    cumprod -1;3 0 2;infinite;3 0 2;
    diff -1 1;3 0 2;infinite;3 0 1;
    var -1;3 0 2;infinite;3 0;
    median -1;3 0 2;infinite;3 0;
    argmax -1;3 0 2;infinite;3 0;
    cumsumInitial -1;3 0 2;plain;3 0 3;
    cumprodInitial -1;3 0 2;plain;3 0 3;
    diff -1 0;3 0 2;plain;3 0 2;
    diff -1 2;3 0 2;plain;3 0 0;
    diff -1 5;3 0 2;plain;3 0 0;
    all -1;3 0 2;plain;3 0;
    any -1;3 0 2;plain;3 0;
    count -1;3 0 2;plain;3 0;
    varCorrected -1 1;3 0 2;plain;3 0;
    varCorrected -1 2;3 0 2;plain;3 0;
    cumsum 0;3 0 2;plain;3 0 2;
    cumprod 0;3 0 2;plain;3 0 2;
    diff 0 1;3 0 2;plain;2 0 2;
    var 0;3 0 2;plain;0 2;
    median 0;3 0 2;plain;0 2;
    argmax 0;3 0 2;plain;0 2;
    cumsum 0;3 0 2;nan;3 0 2;
    cumprod 0;3 0 2;nan;3 0 2;
    diff 0 1;3 0 2;nan;2 0 2;
    var 0;3 0 2;nan;0 2;
    median 0;3 0 2;nan;0 2;
    argmax 0;3 0 2;nan;0 2;
    cumsum 0;3 0 2;infinite;3 0 2;
    cumprod 0;3 0 2;infinite;3 0 2;
    diff 0 1;3 0 2;infinite;2 0 2;
    var 0;3 0 2;infinite;0 2;
    median 0;3 0 2;infinite;0 2;
    argmax 0;3 0 2;infinite;0 2;
    cumsumInitial 0;3 0 2;plain;4 0 2;
    cumprodInitial 0;3 0 2;plain;4 0 2;
    diff 0 0;3 0 2;plain;3 0 2;
    diff 0 2;3 0 2;plain;1 0 2;
    diff 0 5;3 0 2;plain;0 0 2;
    all 0;3 0 2;plain;0 2;
    any 0;3 0 2;plain;0 2;
    count 0;3 0 2;plain;0 2;
    varCorrected 0 1;3 0 2;plain;0 2;
    varCorrected 0 2;3 0 2;plain;0 2;
    cumsum 1;3 0 2;plain;3 0 2;
    cumprod 1;3 0 2;plain;3 0 2;
    diff 1 1;3 0 2;plain;3 0 2;
    cumsum 1;3 0 2;nan;3 0 2;
    cumprod 1;3 0 2;nan;3 0 2;
    diff 1 1;3 0 2;nan;3 0 2;
    cumsum 1;3 0 2;infinite;3 0 2;
    cumprod 1;3 0 2;infinite;3 0 2;
    diff 1 1;3 0 2;infinite;3 0 2;
    cumsumInitial 1;3 0 2;plain;3 1 2;0 0 0 0 0 0
    cumprodInitial 1;3 0 2;plain;3 1 2;1 1 1 1 1 1
    diff 1 0;3 0 2;plain;3 0 2;
    diff 1 2;3 0 2;plain;3 0 2;
    diff 1 5;3 0 2;plain;3 0 2;
    all 1;3 0 2;plain;3 2;1 1 1 1 1 1
    any 1;3 0 2;plain;3 2;0 0 0 0 0 0
    count 1;3 0 2;plain;3 2;0 0 0 0 0 0
    cumsum 2;3 0 2;plain;3 0 2;
    cumprod 2;3 0 2;plain;3 0 2;
    diff 2 1;3 0 2;plain;3 0 1;
    var 2;3 0 2;plain;3 0;
    median 2;3 0 2;plain;3 0;
    argmax 2;3 0 2;plain;3 0;
    cumsum 2;3 0 2;nan;3 0 2;
    cumprod 2;3 0 2;nan;3 0 2;
    diff 2 1;3 0 2;nan;3 0 1;
    var 2;3 0 2;nan;3 0;
    median 2;3 0 2;nan;3 0;
    argmax 2;3 0 2;nan;3 0;
    cumsum 2;3 0 2;infinite;3 0 2;
    cumprod 2;3 0 2;infinite;3 0 2;
    diff 2 1;3 0 2;infinite;3 0 1;
    var 2;3 0 2;infinite;3 0;
    median 2;3 0 2;infinite;3 0;
    argmax 2;3 0 2;infinite;3 0;
    cumsumInitial 2;3 0 2;plain;3 0 3;
    cumprodInitial 2;3 0 2;plain;3 0 3;
    diff 2 0;3 0 2;plain;3 0 2;
    diff 2 2;3 0 2;plain;3 0 0;
    diff 2 5;3 0 2;plain;3 0 0;
    all 2;3 0 2;plain;3 0;
    any 2;3 0 2;plain;3 0;
    count 2;3 0 2;plain;3 0;
    varCorrected 2 1;3 0 2;plain;3 0;
    varCorrected 2 2;3 0 2;plain;3 0;
    flatArgmax;1;plain;;0
    flatArgmin;1;plain;;0
    medianOfAll;1;plain;;-3
    quantile linear 0;1;plain;5;-3 -3 -3 -3 -3
    quantile linear 0;1;nan;5;-3 -3 -3 -3 -3
    quantile lower 0;1;plain;5;-3 -3 -3 -3 -3
    quantile lower 0;1;nan;5;-3 -3 -3 -3 -3
    quantile higher 0;1;plain;5;-3 -3 -3 -3 -3
    quantile higher 0;1;nan;5;-3 -3 -3 -3 -3
    quantile midpoint 0;1;plain;5;-3 -3 -3 -3 -3
    quantile midpoint 0;1;nan;5;-3 -3 -3 -3 -3
    quantile nearest 0;1;plain;5;-3 -3 -3 -3 -3
    quantile nearest 0;1;nan;5;-3 -3 -3 -3 -3
    cov 1;1;plain;;nan
    cov 0;1;plain;;0
    corrcoef;1;plain;;nan
    histogram 1;1;plain;3;1 -3.5 -2.5
    weighted 1;1;plain;1;1
    density 1;1;plain;1;1
    histogram 4;1;plain;9;0 0 1 0 -3.5 -3.25 -3 -2.75 -2.5
    weighted 4;1;plain;4;0 0 1 0
    density 4;1;plain;4;0 0 4 0
    histogram 10;1;plain;21;0 0 0 0 0 1 0 0 0 0 -3.5 -3.4 -3.3 -3.2 -3.1 -3 -2.9 -2.8 -2.7 -2.6 -2.5
    weighted 10;1;plain;10;0 0 0 0 0 1 0 0 0 0
    density 10;1;plain;10;0 0 0 0 0 9.99999999999999 0 0 0 0
    histogram 1 -1 2;1;plain;3;0 -1 2
    weighted 1 -1 2;1;plain;1;0
    density 1 -1 2;1;plain;1;nan
    histogram 4 -1 2;1;plain;9;0 0 0 0 -1 -0.25 0.5 1.25 2
    weighted 4 -1 2;1;plain;4;0 0 0 0
    density 4 -1 2;1;plain;4;nan nan nan nan
    histogram 10 -1 2;1;plain;21;0 0 0 0 0 0 0 0 0 0 -1 -0.7 -0.4 -0.1 0.2 0.5 0.8 1.1 1.4 1.7 2
    weighted 10 -1 2;1;plain;10;0 0 0 0 0 0 0 0 0 0
    density 10 -1 2;1;plain;10;nan nan nan nan nan nan nan nan nan nan
    histogram 1 -3 1;1;nan;3;1 -3 1
    weighted 1 -3 1;1;nan;1;1
    density 1 -3 1;1;nan;1;0.25
    histogram 4 -3 1;1;nan;9;1 0 0 0 -3 -2 -1 0 1
    weighted 4 -3 1;1;nan;4;1 0 0 0
    density 4 -3 1;1;nan;4;1 0 0 0
    histogram 10 -3 1;1;nan;21;1 0 0 0 0 0 0 0 0 0 -3 -2.6 -2.2 -1.8 -1.4 -1 -0.6 -0.2 0.2 0.6 1
    weighted 10 -3 1;1;nan;10;1 0 0 0 0 0 0 0 0 0
    density 10 -3 1;1;nan;10;2.5 0 0 0 0 0 0 0 0 0
    histogram 1 -2 2;1;infinite;3;0 -2 2
    weighted 1 -2 2;1;infinite;1;0
    density 1 -2 2;1;infinite;1;nan
    histogram 4 -2 2;1;infinite;9;0 0 0 0 -2 -1 0 1 2
    weighted 4 -2 2;1;infinite;4;0 0 0 0
    density 4 -2 2;1;infinite;4;nan nan nan nan
    histogram 10 -2 2;1;infinite;21;0 0 0 0 0 0 0 0 0 0 -2 -1.6 -1.2 -0.8 -0.4 0 0.4 0.8 1.2 1.6 2
    weighted 10 -2 2;1;infinite;10;0 0 0 0 0 0 0 0 0 0
    density 10 -2 2;1;infinite;10;nan nan nan nan nan nan nan nan nan nan
    histogramEdges;1;plain;5;0 0 0 0 0
    bincount 0;1;plain;1;1
    bincount 20;1;plain;20;1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
    binsums;1;plain;1;-3
    flatArgmax;7;plain;;5
    flatArgmin;7;plain;;0
    medianOfAll;7;plain;;-0.5
    quantile linear 0;7;plain;5;-3 -1.8 -0.5 0.799999999999999 3
    quantile linear 0;7;nan;5;nan nan nan nan nan
    quantile lower 0;7;plain;5;-3 -2 -0.5 0.5 3
    quantile lower 0;7;nan;5;nan nan nan nan nan
    quantile higher 0;7;plain;5;-3 -1 -0.5 2 3
    quantile higher 0;7;nan;5;nan nan nan nan nan
    quantile midpoint 0;7;plain;5;-3 -1.5 -0.5 1.25 3
    quantile midpoint 0;7;nan;5;nan nan nan nan nan
    quantile nearest 0;7;plain;5;-3 -2 -0.5 0.5 3
    quantile nearest 0;7;nan;5;nan nan nan nan nan
    cov 1;7;plain;;4.55952380952381
    cov 0;7;plain;;3.90816326530612
    corrcoef;7;plain;;1
    histogram 1;7;plain;3;7 -3 3
    weighted 1;7;plain;1;27
    density 1;7;plain;1;0.166666666666667
    histogram 4;7;plain;9;2 2 1 2 -3 -1.5 0 1.5 3
    weighted 4;7;plain;4;3 6.5 4.5 13
    density 4;7;plain;4;0.19047619047619 0.19047619047619 0.0952380952380952 0.19047619047619
    histogram 10;7;plain;21;1 1 0 1 1 1 0 0 1 1 -3 -2.4 -1.8 -1.2 -0.6 0 0.6 1.2 1.8 2.4 3
    weighted 10;7;plain;10;1 2 0 3 3.5 4.5 0 0 6 7
    density 10;7;plain;10;0.238095238095238 0.238095238095238 0 0.238095238095238 0.238095238095238 0.238095238095\
    238 0 0 0.238095238095238 0.238095238095238
    histogram 1 -1 2;7;plain;3;4 -1 2
    weighted 1 -1 2;7;plain;1;17
    density 1 -1 2;7;plain;1;0.333333333333333
    histogram 4 -1 2;7;plain;9;2 0 1 1 -1 -0.25 0.5 1.25 2
    weighted 4 -1 2;7;plain;4;6.5 0 4.5 6
    density 4 -1 2;7;plain;4;0.666666666666667 0 0.333333333333333 0.333333333333333
    histogram 10 -1 2;7;plain;21;1 1 0 0 0 1 0 0 0 1 -1 -0.7 -0.4 -0.1 0.2 0.5 0.8 1.1 1.4 1.7 2
    weighted 10 -1 2;7;plain;10;3 3.5 0 0 0 4.5 0 0 0 6
    density 10 -1 2;7;plain;10;0.833333333333333 0.833333333333333 0 0 0 0.833333333333334 0 0 0 0.833333333333333
    histogram 1 -3 1;7;nan;3;5 -3 1
    weighted 1 -3 1;7;nan;1;14
    density 1 -3 1;7;nan;1;0.25
    histogram 4 -3 1;7;nan;9;1 1 2 1 -3 -2 -1 0 1
    weighted 4 -3 1;7;nan;4;1 2 6.5 4.5
    density 4 -3 1;7;nan;4;0.2 0.2 0.4 0.2
    histogram 10 -3 1;7;nan;21;1 0 1 0 0 1 1 0 1 0 -3 -2.6 -2.2 -1.8 -1.4 -1 -0.6 -0.2 0.2 0.6 1
    weighted 10 -3 1;7;nan;10;1 0 2 0 0 3 3.5 0 4.5 0
    density 10 -3 1;7;nan;10;0.5 0 0.5 0 0 0.5 0.5 0 0.5 0
    histogram 1 -2 2;7;infinite;3;3 -2 2
    weighted 1 -2 2;7;infinite;1;13.5
    density 1 -2 2;7;infinite;1;0.25
    histogram 4 -2 2;7;infinite;9;0 1 1 1 -2 -1 0 1 2
    weighted 4 -2 2;7;infinite;4;0 3 4.5 6
    density 4 -2 2;7;infinite;4;0 0.333333333333333 0.333333333333333 0.333333333333333
    histogram 10 -2 2;7;infinite;21;0 0 1 0 0 0 1 0 0 1 -2 -1.6 -1.2 -0.8 -0.4 0 0.4 0.8 1.2 1.6 2
    weighted 10 -2 2;7;infinite;10;0 0 3 0 0 0 4.5 0 0 6
    density 10 -2 2;7;infinite;10;0 0 0.833333333333333 0 0 0 0.833333333333333 0 0 0.833333333333333
    histogramEdges;7;plain;5;1 2 0 1 1
    bincount 0;7;plain;13;1 0 1 0 1 1 0 1 0 0 1 0 1
    bincount 20;7;plain;20;1 0 1 0 1 1 0 1 0 0 1 0 1 0 0 0 0 0 0 0
    binsums;7;plain;13;-3 0 -2 0 -1 -0.5 0 0.5 0 0 2 0 3
    flatArgmax;17;plain;;5
    flatArgmin;17;plain;;0
    medianOfAll;17;plain;;-0.5
    quantile linear 0;17;plain;5;-3 -2 -0.5 1.1 3
    quantile linear 0;17;nan;5;nan nan nan nan nan
    quantile lower 0;17;plain;5;-3 -2 -0.5 1 3
    quantile lower 0;17;nan;5;nan nan nan nan nan
    quantile higher 0;17;plain;5;-3 -2 -0.5 1.5 3
    quantile higher 0;17;nan;5;nan nan nan nan nan
    quantile midpoint 0;17;plain;5;-3 -2 -0.5 1.25 3
    quantile midpoint 0;17;nan;5;nan nan nan nan nan
    quantile nearest 0;17;plain;5;-3 -2 -0.5 1 3
    quantile nearest 0;17;nan;5;nan nan nan nan nan
    cov 1;17;plain;;3.87683823529412
    cov 0;17;plain;;3.64878892733564
    corrcoef;17;plain;;1
    histogram 1;17;plain;3;17 -3 3
    weighted 1;17;plain;1;64.5
    density 1;17;plain;1;0.166666666666667
    histogram 4;17;plain;9;5 4 3 5 -3 -1.5 0 1.5 3
    weighted 4;17;plain;4;7.5 12.5 13.5 31
    density 4;17;plain;4;0.196078431372549 0.156862745098039 0.117647058823529 0.196078431372549
    histogram 10;17;plain;21;3 2 1 1 2 2 1 1 2 2 -3 -2.4 -1.8 -1.2 -0.6 0 0.6 1.2 1.8 2.4 3
    weighted 10;17;plain;10;3.5 4 2.5 3 7 8.5 5 5.5 12 13.5
    density 10;17;plain;10;0.294117647058823 0.196078431372549 0.0980392156862745 0.0980392156862745 0.19607843137\
    2549 0.196078431372549 0.0980392156862744 0.0980392156862746 0.196078431372549 0.196078431372549
    histogram 1 -1 2;17;plain;3;9 -1 2
    weighted 1 -1 2;17;plain;1;41
    density 1 -1 2;17;plain;1;0.333333333333333
    histogram 4 -1 2;17;plain;9;3 1 2 3 -1 -0.25 0.5 1.25 2
    weighted 4 -1 2;17;plain;4;10 4 9.5 17.5
    density 4 -1 2;17;plain;4;0.444444444444444 0.148148148148148 0.296296296296296 0.444444444444444
    histogram 10 -1 2;17;plain;21;1 2 0 1 0 1 1 0 1 2 -1 -0.7 -0.4 -0.1 0.2 0.5 0.8 1.1 1.4 1.7 2
    weighted 10 -1 2;17;plain;10;3 7 0 4 0 4.5 5 0 5.5 12
    density 10 -1 2;17;plain;10;0.37037037037037 0.740740740740741 0 0.37037037037037 0 0.370370370370371 0.370370\
    37037037 0 0.370370370370371 0.74074074074074
    histogram 1 -3 1;17;nan;3;10 -3 1
    weighted 1 -3 1;17;nan;1;27.5
    density 1 -3 1;17;nan;1;0.25
    histogram 4 -3 1;17;nan;9;3 2 3 2 -3 -2 -1 0 1
    weighted 4 -3 1;17;nan;4;3.5 4.5 10 9.5
    density 4 -3 1;17;nan;4;0.3 0.2 0.3 0.2
    histogram 10 -3 1;17;nan;21;2 1 1 1 0 1 2 0 1 1 -3 -2.6 -2.2 -1.8 -1.4 -1 -0.6 -0.2 0.2 0.6 1
    weighted 10 -3 1;17;nan;10;2 1.5 2 2.5 0 3 7 0 4.5 5
    density 10 -3 1;17;nan;10;0.5 0.25 0.25 0.25 0 0.25 0.5 0 0.25 0.25
    histogram 1 -2 2;17;infinite;3;8 -2 2
    weighted 1 -2 2;17;infinite;1;35.5
    density 1 -2 2;17;infinite;1;0.25
    histogram 4 -2 2;17;infinite;9;1 2 1 4 -2 -1 0 1 2
    weighted 4 -2 2;17;infinite;4;2 6.5 4.5 22.5
    density 4 -2 2;17;infinite;4;0.125 0.25 0.125 0.5
    histogram 10 -2 2;17;infinite;21;1 0 1 1 0 0 1 1 1 2 -2 -1.6 -1.2 -0.8 -0.4 0 0.4 0.8 1.2 1.6 2
    weighted 10 -2 2;17;infinite;10;2 0 3 3.5 0 0 4.5 5 5.5 12
    density 10 -2 2;17;infinite;10;0.3125 0 0.3125 0.3125 0 0 0.3125 0.3125 0.3125 0.625
    histogramEdges;17;plain;5;4 3 0 4 3
    bincount 0;17;plain;13;2 1 2 1 1 2 1 1 1 1 2 1 1
    bincount 20;17;plain;20;2 1 2 1 1 2 1 1 1 1 2 1 1 0 0 0 0 0 0 0
    binsums;17;plain;13;-6 -2.5 -4 -1.5 -1 -1 0 0.5 1 1.5 4 2.5 3
    flatArgmax;2 3;plain;;5
    flatArgmin;2 3;plain;;0
    medianOfAll;2 3;plain;;0
    quantile linear 0;2 3;plain;5 3;-3 -0.5 2 -2.8 -0.3 2.2 -2.5 0 2.5 -2.3 0.2 2.7 -2 0.5 3
    quantile linear 0;2 3;nan;5 3;-3 -0.5 nan -2.8 -0.3 nan -2.5 0 nan -2.3 0.2 nan -2 0.5 nan
    quantile linear 1;2 3;plain;5 2;-3 -2 -2 -1 -0.5 0.5 0.5 1.5 2 3
    quantile linear 1;2 3;nan;5 2;nan -2 nan -1 nan 0.5 nan 1.5 nan 3
    quantile lower 0;2 3;plain;5 3;-3 -0.5 2 -3 -0.5 2 -3 -0.5 2 -3 -0.5 2 -2 0.5 3
    quantile lower 0;2 3;nan;5 3;-3 -0.5 nan -3 -0.5 nan -3 -0.5 nan -3 -0.5 nan -2 0.5 nan
    quantile lower 1;2 3;plain;5 2;-3 -2 -3 -2 -0.5 0.5 -0.5 0.5 2 3
    quantile lower 1;2 3;nan;5 2;nan -2 nan -2 nan 0.5 nan 0.5 nan 3
    quantile higher 0;2 3;plain;5 3;-3 -0.5 2 -2 0.5 3 -2 0.5 3 -2 0.5 3 -2 0.5 3
    quantile higher 0;2 3;nan;5 3;-3 -0.5 nan -2 0.5 nan -2 0.5 nan -2 0.5 nan -2 0.5 nan
    quantile higher 1;2 3;plain;5 2;-3 -2 -0.5 0.5 -0.5 0.5 2 3 2 3
    quantile higher 1;2 3;nan;5 2;nan -2 nan 0.5 nan 0.5 nan 3 nan 3
    quantile midpoint 0;2 3;plain;5 3;-3 -0.5 2 -2.5 0 2.5 -2.5 0 2.5 -2.5 0 2.5 -2 0.5 3
    quantile midpoint 0;2 3;nan;5 3;-3 -0.5 nan -2.5 0 nan -2.5 0 nan -2.5 0 nan -2 0.5 nan
    quantile midpoint 1;2 3;plain;5 2;-3 -2 -1.75 -0.75 -0.5 0.5 0.75 1.75 2 3
    quantile midpoint 1;2 3;nan;5 2;nan -2 nan -0.75 nan 0.5 nan 1.75 nan 3
    quantile nearest 0;2 3;plain;5 3;-3 -0.5 2 -3 -0.5 2 -3 -0.5 2 -2 0.5 3 -2 0.5 3
    quantile nearest 0;2 3;nan;5 3;-3 -0.5 nan -3 -0.5 nan -3 -0.5 nan -2 0.5 nan -2 0.5 nan
    quantile nearest 1;2 3;plain;5 2;-3 -2 -3 -2 -0.5 0.5 -0.5 0.5 2 3
    quantile nearest 1;2 3;nan;5 2;nan -2 nan -2 nan 0.5 nan 0.5 nan 3
    cov 1;2 3;plain;2 2;6.25 6.25 6.25 6.25
    cov 0;2 3;plain;2 2;4.16666666666667 4.16666666666667 4.16666666666667 4.16666666666667
    corrcoef;2 3;plain;2 2;1 1 1 1
    histogram 1;2 3;plain;3;6 -3 3
    weighted 1;2 3;plain;1;24
    density 1;2 3;plain;1;0.166666666666667
    histogram 4;2 3;plain;9;2 1 1 2 -3 -1.5 0 1.5 3
    weighted 4;2 3;plain;4;3 3.5 4.5 13
    density 4;2 3;plain;4;0.222222222222222 0.111111111111111 0.111111111111111 0.222222222222222
    histogram 10;2 3;plain;21;1 1 0 0 1 1 0 0 1 1 -3 -2.4 -1.8 -1.2 -0.6 0 0.6 1.2 1.8 2.4 3
    weighted 10;2 3;plain;10;1 2 0 0 3.5 4.5 0 0 6 7
    density 10;2 3;plain;10;0.277777777777778 0.277777777777778 0 0 0.277777777777778 0.277777777777778 0 0 0.2777\
    77777777778 0.277777777777778
    histogram 1 -1 2;2 3;plain;3;3 -1 2
    weighted 1 -1 2;2 3;plain;1;14
    density 1 -1 2;2 3;plain;1;0.333333333333333
    histogram 4 -1 2;2 3;plain;9;1 0 1 1 -1 -0.25 0.5 1.25 2
    weighted 4 -1 2;2 3;plain;4;3.5 0 4.5 6
    density 4 -1 2;2 3;plain;4;0.444444444444444 0 0.444444444444444 0.444444444444444
    histogram 10 -1 2;2 3;plain;21;0 1 0 0 0 1 0 0 0 1 -1 -0.7 -0.4 -0.1 0.2 0.5 0.8 1.1 1.4 1.7 2
    weighted 10 -1 2;2 3;plain;10;0 3.5 0 0 0 4.5 0 0 0 6
    density 10 -1 2;2 3;plain;10;0 1.11111111111111 0 0 0 1.11111111111111 0 0 0 1.11111111111111
    histogram 1 -3 1;2 3;nan;3;4 -3 1
    weighted 1 -3 1;2 3;nan;1;11
    density 1 -3 1;2 3;nan;1;0.25
    histogram 4 -3 1;2 3;nan;9;1 1 1 1 -3 -2 -1 0 1
    weighted 4 -3 1;2 3;nan;4;1 2 3.5 4.5
    density 4 -3 1;2 3;nan;4;0.25 0.25 0.25 0.25
    histogram 10 -3 1;2 3;nan;21;1 0 1 0 0 0 1 0 1 0 -3 -2.6 -2.2 -1.8 -1.4 -1 -0.6 -0.2 0.2 0.6 1
    weighted 10 -3 1;2 3;nan;10;1 0 2 0 0 0 3.5 0 4.5 0
    density 10 -3 1;2 3;nan;10;0.625 0 0.624999999999999 0 0 0 0.625 0 0.625 0
    histogram 1 -2 2;2 3;infinite;3;2 -2 2
    weighted 1 -2 2;2 3;infinite;1;10.5
    density 1 -2 2;2 3;infinite;1;0.25
    histogram 4 -2 2;2 3;infinite;9;0 0 1 1 -2 -1 0 1 2
    weighted 4 -2 2;2 3;infinite;4;0 0 4.5 6
    density 4 -2 2;2 3;infinite;4;0 0 0.5 0.5
    histogram 10 -2 2;2 3;infinite;21;0 0 0 0 0 0 1 0 0 1 -2 -1.6 -1.2 -0.8 -0.4 0 0.4 0.8 1.2 1.6 2
    weighted 10 -2 2;2 3;infinite;10;0 0 0 0 0 0 4.5 0 0 6
    density 10 -2 2;2 3;infinite;10;0 0 0 0 0 0 1.25 0 0 1.25
    histogramEdges;2 3;plain;5;1 1 0 1 1
    bincount 0;2 3;plain;13;1 0 1 0 0 1 0 1 0 0 1 0 1
    bincount 20;2 3;plain;20;1 0 1 0 0 1 0 1 0 0 1 0 1 0 0 0 0 0 0 0
    binsums;2 3;plain;13;-3 0 -2 0 0 -0.5 0 0.5 0 0 2 0 3
    flatArgmax;4 1;plain;;2
    flatArgmin;4 1;plain;;0
    medianOfAll;4 1;plain;;-1.25
    quantile linear 0;4 1;plain;5 1;-3 -2.4 -1.25 -0.250000000000001 2
    quantile linear 0;4 1;nan;5 1;nan nan nan nan nan
    quantile linear 1;4 1;plain;5 4;-3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2
    quantile linear 1;4 1;nan;5 4;-3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2
    quantile lower 0;4 1;plain;5 1;-3 -3 -2 -0.5 2
    quantile lower 0;4 1;nan;5 1;nan nan nan nan nan
    quantile lower 1;4 1;plain;5 4;-3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2
    quantile lower 1;4 1;nan;5 4;-3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2
    quantile higher 0;4 1;plain;5 1;-3 -2 -0.5 2 2
    quantile higher 0;4 1;nan;5 1;nan nan nan nan nan
    quantile higher 1;4 1;plain;5 4;-3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2
    quantile higher 1;4 1;nan;5 4;-3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2
    quantile midpoint 0;4 1;plain;5 1;-3 -2.5 -1.25 0.75 2
    quantile midpoint 0;4 1;nan;5 1;nan nan nan nan nan
    quantile midpoint 1;4 1;plain;5 4;-3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2
    quantile midpoint 1;4 1;nan;5 4;-3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2
    quantile nearest 0;4 1;plain;5 1;-3 -2 -0.5 -0.5 2
    quantile nearest 0;4 1;nan;5 1;nan nan nan nan nan
    quantile nearest 1;4 1;plain;5 4;-3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2 -3 -0.5 2 -2
    quantile nearest 1;4 1;nan;5 4;-3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2 -3 -0.5 nan -2
    cov 1;4 1;plain;4 4;nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan
    cov 0;4 1;plain;4 4;0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
    corrcoef;4 1;plain;4 4;nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan
    histogram 1;4 1;plain;3;4 -3 2
    weighted 1;4 1;plain;1;12.5
    density 1;4 1;plain;1;0.2
    histogram 4;4 1;plain;9;2 0 1 1 -3 -1.75 -0.5 0.75 2
    weighted 4;4 1;plain;4;3 0 3.5 6
    density 4;4 1;plain;4;0.4 0 0.2 0.2
    histogram 10;4 1;plain;21;1 0 1 0 0 1 0 0 0 1 -3 -2.5 -2 -1.5 -1 -0.5 0 0.5 1 1.5 2
    weighted 10;4 1;plain;10;1 0 2 0 0 3.5 0 0 0 6
    density 10;4 1;plain;10;0.5 0 0.5 0 0 0.5 0 0 0 0.5
    histogram 1 -1 2;4 1;plain;3;2 -1 2
    weighted 1 -1 2;4 1;plain;1;9.5
    density 1 -1 2;4 1;plain;1;0.333333333333333
    histogram 4 -1 2;4 1;plain;9;1 0 0 1 -1 -0.25 0.5 1.25 2
    weighted 4 -1 2;4 1;plain;4;3.5 0 0 6
    density 4 -1 2;4 1;plain;4;0.666666666666667 0 0 0.666666666666667
    histogram 10 -1 2;4 1;plain;21;0 1 0 0 0 0 0 0 0 1 -1 -0.7 -0.4 -0.1 0.2 0.5 0.8 1.1 1.4 1.7 2
    weighted 10 -1 2;4 1;plain;10;0 3.5 0 0 0 0 0 0 0 6
    density 10 -1 2;4 1;plain;10;0 1.66666666666667 0 0 0 0 0 0 0 1.66666666666667
    histogram 1 -3 1;4 1;nan;3;3 -3 1
    weighted 1 -3 1;4 1;nan;1;6.5
    density 1 -3 1;4 1;nan;1;0.25
    histogram 4 -3 1;4 1;nan;9;1 1 1 0 -3 -2 -1 0 1
    weighted 4 -3 1;4 1;nan;4;1 2 3.5 0
    density 4 -3 1;4 1;nan;4;0.333333333333333 0.333333333333333 0.333333333333333 0
    histogram 10 -3 1;4 1;nan;21;1 0 1 0 0 0 1 0 0 0 -3 -2.6 -2.2 -1.8 -1.4 -1 -0.6 -0.2 0.2 0.6 1
    weighted 10 -3 1;4 1;nan;10;1 0 2 0 0 0 3.5 0 0 0
    density 10 -3 1;4 1;nan;10;0.833333333333333 0 0.833333333333333 0 0 0 0.833333333333333 0 0 0
    histogram 1 -2 2;4 1;infinite;3;1 -2 2
    weighted 1 -2 2;4 1;infinite;1;6
    density 1 -2 2;4 1;infinite;1;0.25
    histogram 4 -2 2;4 1;infinite;9;0 0 0 1 -2 -1 0 1 2
    weighted 4 -2 2;4 1;infinite;4;0 0 0 6
    density 4 -2 2;4 1;infinite;4;0 0 0 1
    histogram 10 -2 2;4 1;infinite;21;0 0 0 0 0 0 0 0 0 1 -2 -1.6 -1.2 -0.8 -0.4 0 0.4 0.8 1.2 1.6 2
    weighted 10 -2 2;4 1;infinite;10;0 0 0 0 0 0 0 0 0 6
    density 10 -2 2;4 1;infinite;10;0 0 0 0 0 0 0 0 0 2.5
    histogramEdges;4 1;plain;5;1 1 0 0 1
    bincount 0;4 1;plain;11;1 0 1 0 0 1 0 0 0 0 1
    bincount 20;4 1;plain;20;1 0 1 0 0 1 0 0 0 0 1 0 0 0 0 0 0 0 0 0
    binsums;4 1;plain;11;-3 0 -2 0 0 -0.5 0 0 0 0 2
    flatArgmax;2 3 4;plain;;5
    flatArgmin;2 3 4;plain;;0
    medianOfAll;2 3 4;plain;;0
    quantile linear 0;2 3 4;plain;5 3 4;-3 -3 -0.5 -2 -2 0.5 -1 -1 -2.5 -2.5 0 -1.5 -2.2 -2.5 0 -1.2 -1.5 1 -0.2 -\
    0.5 -1.7 -2 0.5 -0.7 -1 -1.75 0.75 0 -0.75 1.75 1 0.25 -0.5 -1.25 1.25 0.5 -0.2 -1.25 1.25 0.8 -0.25 2.25 1.8 \
    0.75 0.3 -0.75 1.75 1.3 1 -0.5 2 2 0.5 3 3 1.5 1.5 0 2.5 2.5
    quantile linear 0;2 3 4;nan;5 3 4;-3 -3 nan -2 nan 0.5 -1 -1 -2.5 nan 0 nan -2.2 -2.5 nan -1.2 nan 1 -0.2 -0.5\
     -1.7 nan 0.5 nan -1 -1.75 nan 0 nan 1.75 1 0.25 -0.5 nan 1.25 nan -0.2 -1.25 nan 0.8 nan 2.25 1.8 0.75 0.3 na\
    n 1.75 nan 1 -0.5 nan 2 nan 3 3 1.5 1.5 nan 2.5 nan
    quantile linear 1;2 3 4;plain;5 2 4;-3 -0.5 -1 -2 -2 -3 -0.5 -1 -2.8 -0.3 0.2 -1.8 -0.8 -2.8 -0.3 0.2 -2.5 0 2\
     -1.5 1 -2.5 0 2 -1.3 1.2 2.2 -0.3 1.2 -1.3 1.2 2.2 0.5 3 2.5 1.5 1.5 0.5 3 2.5
    quantile linear 1;2 3 4;nan;5 2 4;-3 nan nan -2 nan -3 -0.5 nan -2.8 nan nan -1.8 nan -2.8 -0.3 nan -2.5 nan n\
    an -1.5 nan -2.5 0 nan -1.3 nan nan -0.3 nan -1.3 1.2 nan 0.5 nan nan 1.5 nan 0.5 3 nan
    quantile linear 2;2 3 4;plain;5 2 3;-3 -1 -2.5 -3 -2 -2.5 -2.4 -0.0999999999999999 -1.9 -1.5 -1.4 -1 -1.25 1 -\
    0.75 0.25 -0.25 0.75 -0.250000000000001 1.65 0.249999999999999 1.1 0.749999999999999 1.6 2 3 2.5 2 3 2.5
    quantile linear 2;2 3 4;nan;5 2 3;nan -1 nan -3 nan nan nan -0.0999999999999999 nan -1.5 nan nan nan 1 nan 0.2\
    5 nan nan nan 1.65 nan 1.1 nan nan nan 3 nan 2 nan nan
    quantile lower 0;2 3 4;plain;5 3 4;-3 -3 -0.5 -2 -2 0.5 -1 -1 -2.5 -2.5 0 -1.5 -3 -3 -0.5 -2 -2 0.5 -1 -1 -2.5\
     -2.5 0 -1.5 -3 -3 -0.5 -2 -2 0.5 -1 -1 -2.5 -2.5 0 -1.5 -3 -3 -0.5 -2 -2 0.5 -1 -1 -2.5 -2.5 0 -1.5 1 -0.5 2 \
    2 0.5 3 3 1.5 1.5 0 2.5 2.5
    quantile lower 0;2 3 4;nan;5 3 4;-3 -3 nan -2 nan 0.5 -1 -1 -2.5 nan 0 nan -3 -3 nan -2 nan 0.5 -1 -1 -2.5 nan\
     0 nan -3 -3 nan -2 nan 0.5 -1 -1 -2.5 nan 0 nan -3 -3 nan -2 nan 0.5 -1 -1 -2.5 nan 0 nan 1 -0.5 nan 2 nan 3 \
    3 1.5 1.5 nan 2.5 nan
    quantile lower 1;2 3 4;plain;5 2 4;-3 -0.5 -1 -2 -2 -3 -0.5 -1 -3 -0.5 -1 -2 -2 -3 -0.5 -1 -2.5 0 2 -1.5 1 -2.\
    5 0 2 -2.5 0 2 -1.5 1 -2.5 0 2 0.5 3 2.5 1.5 1.5 0.5 3 2.5
    quantile lower 1;2 3 4;nan;5 2 4;-3 nan nan -2 nan -3 -0.5 nan -3 nan nan -2 nan -3 -0.5 nan -2.5 nan nan -1.5\
     nan -2.5 0 nan -2.5 nan nan -1.5 nan -2.5 0 nan 0.5 nan nan 1.5 nan 0.5 3 nan
    quantile lower 2;2 3 4;plain;5 2 3;-3 -1 -2.5 -3 -2 -2.5 -3 -1 -2.5 -3 -2 -2.5 -2 0.5 -1.5 -0.5 -1 0 -0.5 1.5 \
    0 1 0.5 1.5 2 3 2.5 2 3 2.5
    quantile lower 2;2 3 4;nan;5 2 3;nan -1 nan -3 nan nan nan -1 nan -3 nan nan nan 0.5 nan -0.5 nan nan nan 1.5 \
    nan 1 nan nan nan 3 nan 2 nan nan
    quantile higher 0;2 3 4;plain;5 3 4;-3 -3 -0.5 -2 -2 0.5 -1 -1 -2.5 -2.5 0 -1.5 1 -0.5 2 2 0.5 3 3 1.5 1.5 0 2\
    .5 2.5 1 -0.5 2 2 0.5 3 3 1.5 1.5 0 2.5 2.5 1 -0.5 2 2 0.5 3 3 1.5 1.5 0 2.5 2.5 1 -0.5 2 2 0.5 3 3 1.5 1.5 0 \
    2.5 2.5
    quantile higher 0;2 3 4;nan;5 3 4;-3 -3 nan -2 nan 0.5 -1 -1 -2.5 nan 0 nan 1 -0.5 nan 2 nan 3 3 1.5 1.5 nan 2\
    .5 nan 1 -0.5 nan 2 nan 3 3 1.5 1.5 nan 2.5 nan 1 -0.5 nan 2 nan 3 3 1.5 1.5 nan 2.5 nan 1 -0.5 nan 2 nan 3 3 \
    1.5 1.5 nan 2.5 nan
    quantile higher 1;2 3 4;plain;5 2 4;-3 -0.5 -1 -2 -2 -3 -0.5 -1 -2.5 0 2 -1.5 1 -2.5 0 2 -2.5 0 2 -1.5 1 -2.5 \
    0 2 0.5 3 2.5 1.5 1.5 0.5 3 2.5 0.5 3 2.5 1.5 1.5 0.5 3 2.5
    quantile higher 1;2 3 4;nan;5 2 4;-3 nan nan -2 nan -3 -0.5 nan -2.5 nan nan -1.5 nan -2.5 0 nan -2.5 nan nan \
    -1.5 nan -2.5 0 nan 0.5 nan nan 1.5 nan 0.5 3 nan 0.5 nan nan 1.5 nan 0.5 3 nan
    quantile higher 2;2 3 4;plain;5 2 3;-3 -1 -2.5 -3 -2 -2.5 -2 0.5 -1.5 -0.5 -1 0 -0.5 1.5 0 1 0.5 1.5 2 3 2.5 2\
     3 2.5 2 3 2.5 2 3 2.5
    quantile higher 2;2 3 4;nan;5 2 3;nan -1 nan -3 nan nan nan 0.5 nan -0.5 nan nan nan 1.5 nan 1 nan nan nan 3 n\
    an 2 nan nan nan 3 nan 2 nan nan
    quantile midpoint 0;2 3 4;plain;5 3 4;-3 -3 -0.5 -2 -2 0.5 -1 -1 -2.5 -2.5 0 -1.5 -1 -1.75 0.75 0 -0.75 1.75 1\
     0.25 -0.5 -1.25 1.25 0.5 -1 -1.75 0.75 0 -0.75 1.75 1 0.25 -0.5 -1.25 1.25 0.5 -1 -1.75 0.75 0 -0.75 1.75 1 0\
    .25 -0.5 -1.25 1.25 0.5 1 -0.5 2 2 0.5 3 3 1.5 1.5 0 2.5 2.5
    quantile midpoint 0;2 3 4;nan;5 3 4;-3 -3 nan -2 nan 0.5 -1 -1 -2.5 nan 0 nan -1 -1.75 nan 0 nan 1.75 1 0.25 -\
    0.5 nan 1.25 nan -1 -1.75 nan 0 nan 1.75 1 0.25 -0.5 nan 1.25 nan -1 -1.75 nan 0 nan 1.75 1 0.25 -0.5 nan 1.25\
     nan 1 -0.5 nan 2 nan 3 3 1.5 1.5 nan 2.5 nan
    quantile midpoint 1;2 3 4;plain;5 2 4;-3 -0.5 -1 -2 -2 -3 -0.5 -1 -2.75 -0.25 0.5 -1.75 -0.5 -2.75 -0.25 0.5 -\
    2.5 0 2 -1.5 1 -2.5 0 2 -1 1.5 2.25 0 1.25 -1 1.5 2.25 0.5 3 2.5 1.5 1.5 0.5 3 2.5
    quantile midpoint 1;2 3 4;nan;5 2 4;-3 nan nan -2 nan -3 -0.5 nan -2.75 nan nan -1.75 nan -2.75 -0.25 nan -2.5\
     nan nan -1.5 nan -2.5 0 nan -1 nan nan 0 nan -1 1.5 nan 0.5 nan nan 1.5 nan 0.5 3 nan
    quantile midpoint 2;2 3 4;plain;5 2 3;-3 -1 -2.5 -3 -2 -2.5 -2.5 -0.25 -2 -1.75 -1.5 -1.25 -1.25 1 -0.75 0.25 \
    -0.25 0.75 0.75 2.25 1.25 1.5 1.75 2 2 3 2.5 2 3 2.5
    quantile midpoint 2;2 3 4;nan;5 2 3;nan -1 nan -3 nan nan nan -0.25 nan -1.75 nan nan nan 1 nan 0.25 nan nan n\
    an 2.25 nan 1.5 nan nan nan 3 nan 2 nan nan
    quantile nearest 0;2 3 4;plain;5 3 4;-3 -3 -0.5 -2 -2 0.5 -1 -1 -2.5 -2.5 0 -1.5 -3 -3 -0.5 -2 -2 0.5 -1 -1 -2\
    .5 -2.5 0 -1.5 -3 -3 -0.5 -2 -2 0.5 -1 -1 -2.5 -2.5 0 -1.5 1 -0.5 2 2 0.5 3 3 1.5 1.5 0 2.5 2.5 1 -0.5 2 2 0.5\
     3 3 1.5 1.5 0 2.5 2.5
    quantile nearest 0;2 3 4;nan;5 3 4;-3 -3 nan -2 nan 0.5 -1 -1 -2.5 nan 0 nan -3 -3 nan -2 nan 0.5 -1 -1 -2.5 n\
    an 0 nan -3 -3 nan -2 nan 0.5 -1 -1 -2.5 nan 0 nan 1 -0.5 nan 2 nan 3 3 1.5 1.5 nan 2.5 nan 1 -0.5 nan 2 nan 3\
     3 1.5 1.5 nan 2.5 nan
    quantile nearest 1;2 3 4;plain;5 2 4;-3 -0.5 -1 -2 -2 -3 -0.5 -1 -3 -0.5 -1 -2 -2 -3 -0.5 -1 -2.5 0 2 -1.5 1 -\
    2.5 0 2 -2.5 0 2 -1.5 1 -2.5 0 2 0.5 3 2.5 1.5 1.5 0.5 3 2.5
    quantile nearest 1;2 3 4;nan;5 2 4;-3 nan nan -2 nan -3 -0.5 nan -3 nan nan -2 nan -3 -0.5 nan -2.5 nan nan -1\
    .5 nan -2.5 0 nan -2.5 nan nan -1.5 nan -2.5 0 nan 0.5 nan nan 1.5 nan 0.5 3 nan
    quantile nearest 2;2 3 4;plain;5 2 3;-3 -1 -2.5 -3 -2 -2.5 -2 0.5 -1.5 -0.5 -1 0 -0.5 1.5 0 1 0.5 1.5 -0.5 1.5\
     0 1 0.5 1.5 2 3 2.5 2 3 2.5
    quantile nearest 2;2 3 4;nan;5 2 3;nan -1 nan -3 nan nan nan 0.5 nan -0.5 nan nan nan 1.5 nan 1 nan nan nan 1.\
    5 nan 1 nan nan nan 3 nan 2 nan nan
    all 0 2;2 3 4;plain;3;0 0 0
    any 0 2;2 3 4;plain;3;1 1 1
    count 0 2;2 3 4;plain;3;3 3 3
    var 0 2;2 3 4;plain;3;3.6875 3.02734375 3.6875
    median 0 2;2 3 4;plain;3;-0.5 0.5 0
    histogram 1;2 3 4;plain;3;24 -3 3
    weighted 1;2 3 4;plain;1;96.5
    density 1;2 3 4;plain;1;0.166666666666667
    histogram 4;2 3 4;plain;9;6 5 5 8 -3 -1.5 0 1.5 3
    weighted 4;2 3 4;plain;4;9 15.5 22 50
    density 4;2 3 4;plain;4;0.166666666666667 0.138888888888889 0.138888888888889 0.222222222222222
    histogram 10;2 3 4;plain;21;4 2 1 2 2 4 1 2 2 4 -3 -2.4 -1.8 -1.2 -0.6 0 0.6 1.2 1.8 2.4 3
    weighted 10;2 3 4;plain;10;5 4 2.5 6 7 17 5 11 12 27
    density 10;2 3 4;plain;10;0.277777777777778 0.138888888888889 0.0694444444444445 0.138888888888889 0.138888888\
    888889 0.277777777777778 0.0694444444444444 0.138888888888889 0.138888888888889 0.277777777777778
    histogram 1 -1 2;2 3 4;plain;3;13 -1 2
    weighted 1 -1 2;2 3 4;plain;1;58
    density 1 -1 2;2 3 4;plain;1;0.333333333333333
    histogram 4 -1 2;2 3 4;plain;9;4 2 3 4 -1 -0.25 0.5 1.25 2
    weighted 4 -1 2;2 3 4;plain;4;13 8 14 23
    density 4 -1 2;2 3 4;plain;4;0.41025641025641 0.205128205128205 0.307692307692308 0.41025641025641
    histogram 10 -1 2;2 3 4;plain;21;2 2 0 2 0 2 1 0 2 2 -1 -0.7 -0.4 -0.1 0.2 0.5 0.8 1.1 1.4 1.7 2
    weighted 10 -1 2;2 3 4;plain;10;6 7 0 8 0 9 5 0 11 12
    density 10 -1 2;2 3 4;plain;10;0.512820512820513 0.512820512820513 0 0.512820512820513 0 0.512820512820513 0.2\
    56410256410256 0 0.512820512820513 0.512820512820512
    histogram 1 -3 1;2 3 4;nan;3;14 -3 1
    weighted 1 -3 1;2 3 4;nan;1;40.5
    density 1 -3 1;2 3 4;nan;1;0.25
    histogram 4 -3 1;2 3 4;nan;9;4 2 4 4 -3 -2 -1 0 1
    weighted 4 -3 1;2 3 4;nan;4;5 4.5 13 18
    density 4 -3 1;2 3 4;nan;4;0.285714285714286 0.142857142857143 0.285714285714286 0.285714285714286
    histogram 10 -3 1;2 3 4;nan;21;2 2 1 1 0 2 2 1 2 1 -3 -2.6 -2.2 -1.8 -1.4 -1 -0.6 -0.2 0.2 0.6 1
    weighted 10 -3 1;2 3 4;nan;10;2 3 2 2.5 0 6 7 4 9 5
    density 10 -3 1;2 3 4;nan;10;0.357142857142857 0.357142857142857 0.178571428571428 0.178571428571429 0 0.35714\
    2857142857 0.357142857142857 0.178571428571429 0.357142857142857 0.178571428571429
    histogram 1 -2 2;2 3 4;infinite;3;10 -2 2
    weighted 1 -2 2;2 3 4;infinite;1;45
    density 1 -2 2;2 3 4;infinite;1;0.25
    histogram 4 -2 2;2 3 4;infinite;9;1 2 2 5 -2 -1 0 1 2
    weighted 4 -2 2;2 3 4;infinite;4;2 6.5 8.5 28
    density 4 -2 2;2 3 4;infinite;4;0.1 0.2 0.2 0.5
    histogram 10 -2 2;2 3 4;infinite;21;1 0 1 1 0 1 1 1 2 2 -2 -1.6 -1.2 -0.8 -0.4 0 0.4 0.8 1.2 1.6 2
    weighted 10 -2 2;2 3 4;infinite;10;2 0 3 3.5 0 4 4.5 5 11 12
    density 10 -2 2;2 3 4;infinite;10;0.25 0 0.25 0.25 0 0.25 0.25 0.25 0.5 0.5
    histogramEdges;2 3 4;plain;5;5 4 0 7 4
    bincount 0;2 3 4;plain;13;2 2 2 1 2 2 2 2 1 2 2 2 2
    bincount 20;2 3 4;plain;20;2 2 2 1 2 2 2 2 1 2 2 2 2 0 0 0 0 0 0 0
    binsums;2 3 4;plain;13;-6 -5 -4 -1.5 -2 -1 0 1 1 3 4 5 6
    flatArgmax;3 2 1 3;plain;;5
    flatArgmin;3 2 1 3;plain;;0
    medianOfAll;3 2 1 3;plain;;-0.25
    quantile linear 0;3 2 1 3;plain;5 2 1 3;-3 -3 -2.5 -2 -2 -1.5 -2.2 -2 -1.7 -1.2 -1 -0.7 -1 -0.5 -0.5 0 0.5 0.5\
     -0.2 0.3 0.5 0.8 1.3 1.5 1 1.5 2 2 2.5 3
    quantile linear 0;3 2 1 3;nan;5 2 1 3;-3 -3 nan nan nan -1.5 -2.2 -2 nan nan nan -0.7 -1 -0.5 nan nan nan 0.5 \
    -0.2 0.3 nan nan nan 1.5 1 1.5 nan nan nan 3
    quantile linear 1;3 2 1 3;plain;5 3 1 3;-3 -0.5 2 -1 1.5 -2.5 1 -3 -0.5 -2.8 -0.3 2.2 -0.8 1.7 -2.3 1.2 -2.8 -\
    0.3 -2.5 0 2.5 -0.5 2 -2 1.5 -2.5 0 -2.3 0.2 2.7 -0.3 2.2 -1.8 1.7 -2.3 0.2 -2 0.5 3 0 2.5 -1.5 2 -2 0.5
    quantile linear 1;3 2 1 3;nan;5 3 1 3;-3 -0.5 nan nan 1.5 -2.5 1 nan -0.5 -2.8 -0.3 nan nan 1.7 -2.3 1.2 nan -\
    0.3 -2.5 0 nan nan 2 -2 1.5 nan 0 -2.3 0.2 nan nan 2.2 -1.8 1.7 nan 0.2 -2 0.5 nan nan 2.5 -1.5 2 nan 0.5
    quantile linear 2;3 2 1 3;plain;5 3 2 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2\
     -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0\
    .5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3\
     -0.5 2 -2 0.5
    quantile linear 2;3 2 1 3;nan;5 3 2 3;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.\
    5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3\
     -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 \
    -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5
    quantile linear 3;3 2 1 3;plain;5 3 2 1;-3 -2 -2.5 -1.5 -3 -2 -2 -1 -1.9 -0.9 -2 -1 -0.5 0.5 -1 0 -0.5 0.5 0.5\
     1.5 -2.22044604925031e-16 1 0.0999999999999999 1.1 2 3 1.5 2.5 1 2
    quantile linear 3;3 2 1 3;nan;5 3 2 1;nan -2 -2.5 nan -3 nan nan -1 -1.9 nan -2 nan nan 0.5 -1 nan -0.5 nan na\
    n 1.5 -2.22044604925031e-16 nan 0.0999999999999999 nan nan 3 1.5 nan 1 nan
    quantile lower 0;3 2 1 3;plain;5 2 1 3;-3 -3 -2.5 -2 -2 -1.5 -3 -3 -2.5 -2 -2 -1.5 -1 -0.5 -0.5 0 0.5 0.5 -1 -\
    0.5 -0.5 0 0.5 0.5 1 1.5 2 2 2.5 3
    quantile lower 0;3 2 1 3;nan;5 2 1 3;-3 -3 nan nan nan -1.5 -3 -3 nan nan nan -1.5 -1 -0.5 nan nan nan 0.5 -1 \
    -0.5 nan nan nan 0.5 1 1.5 nan nan nan 3
    quantile lower 1;3 2 1 3;plain;5 3 1 3;-3 -0.5 2 -1 1.5 -2.5 1 -3 -0.5 -3 -0.5 2 -1 1.5 -2.5 1 -3 -0.5 -3 -0.5\
     2 -1 1.5 -2.5 1 -3 -0.5 -3 -0.5 2 -1 1.5 -2.5 1 -3 -0.5 -2 0.5 3 0 2.5 -1.5 2 -2 0.5
    quantile lower 1;3 2 1 3;nan;5 3 1 3;-3 -0.5 nan nan 1.5 -2.5 1 nan -0.5 -3 -0.5 nan nan 1.5 -2.5 1 nan -0.5 -\
    3 -0.5 nan nan 1.5 -2.5 1 nan -0.5 -3 -0.5 nan nan 1.5 -2.5 1 nan -0.5 -2 0.5 nan nan 2.5 -1.5 2 nan 0.5
    quantile lower 2;3 2 1 3;plain;5 3 2 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2 \
    -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.\
    5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 \
    -0.5 2 -2 0.5
    quantile lower 2;3 2 1 3;nan;5 3 2 3;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.5\
     nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 \
    -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -\
    2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5
    quantile lower 3;3 2 1 3;plain;5 3 2 1;-3 -2 -2.5 -1.5 -3 -2 -3 -2 -2.5 -1.5 -3 -2 -0.5 0.5 -1 0 -0.5 0.5 -0.5\
     0.5 -1 0 -0.5 0.5 2 3 1.5 2.5 1 2
    quantile lower 3;3 2 1 3;nan;5 3 2 1;nan -2 -2.5 nan -3 nan nan -2 -2.5 nan -3 nan nan 0.5 -1 nan -0.5 nan nan\
     0.5 -1 nan -0.5 nan nan 3 1.5 nan 1 nan
    quantile higher 0;3 2 1 3;plain;5 2 1 3;-3 -3 -2.5 -2 -2 -1.5 -1 -0.5 -0.5 0 0.5 0.5 -1 -0.5 -0.5 0 0.5 0.5 1 \
    1.5 2 2 2.5 3 1 1.5 2 2 2.5 3
    quantile higher 0;3 2 1 3;nan;5 2 1 3;-3 -3 nan nan nan -1.5 -1 -0.5 nan nan nan 0.5 -1 -0.5 nan nan nan 0.5 1\
     1.5 nan nan nan 3 1 1.5 nan nan nan 3
    quantile higher 1;3 2 1 3;plain;5 3 1 3;-3 -0.5 2 -1 1.5 -2.5 1 -3 -0.5 -2 0.5 3 0 2.5 -1.5 2 -2 0.5 -2 0.5 3 \
    0 2.5 -1.5 2 -2 0.5 -2 0.5 3 0 2.5 -1.5 2 -2 0.5 -2 0.5 3 0 2.5 -1.5 2 -2 0.5
    quantile higher 1;3 2 1 3;nan;5 3 1 3;-3 -0.5 nan nan 1.5 -2.5 1 nan -0.5 -2 0.5 nan nan 2.5 -1.5 2 nan 0.5 -2\
     0.5 nan nan 2.5 -1.5 2 nan 0.5 -2 0.5 nan nan 2.5 -1.5 2 nan 0.5 -2 0.5 nan nan 2.5 -1.5 2 nan 0.5
    quantile higher 2;3 2 1 3;plain;5 3 2 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2\
     -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0\
    .5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3\
     -0.5 2 -2 0.5
    quantile higher 2;3 2 1 3;nan;5 3 2 3;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.\
    5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3\
     -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 \
    -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5
    quantile higher 3;3 2 1 3;plain;5 3 2 1;-3 -2 -2.5 -1.5 -3 -2 -0.5 0.5 -1 0 -0.5 0.5 -0.5 0.5 -1 0 -0.5 0.5 2 \
    3 1.5 2.5 1 2 2 3 1.5 2.5 1 2
    quantile higher 3;3 2 1 3;nan;5 3 2 1;nan -2 -2.5 nan -3 nan nan 0.5 -1 nan -0.5 nan nan 0.5 -1 nan -0.5 nan n\
    an 3 1.5 nan 1 nan nan 3 1.5 nan 1 nan
    quantile midpoint 0;3 2 1 3;plain;5 2 1 3;-3 -3 -2.5 -2 -2 -1.5 -2 -1.75 -1.5 -1 -0.75 -0.5 -1 -0.5 -0.5 0 0.5\
     0.5 0 0.5 0.75 1 1.5 1.75 1 1.5 2 2 2.5 3
    quantile midpoint 0;3 2 1 3;nan;5 2 1 3;-3 -3 nan nan nan -1.5 -2 -1.75 nan nan nan -0.5 -1 -0.5 nan nan nan 0\
    .5 0 0.5 nan nan nan 1.75 1 1.5 nan nan nan 3
    quantile midpoint 1;3 2 1 3;plain;5 3 1 3;-3 -0.5 2 -1 1.5 -2.5 1 -3 -0.5 -2.5 0 2.5 -0.5 2 -2 1.5 -2.5 0 -2.5\
     0 2.5 -0.5 2 -2 1.5 -2.5 0 -2.5 0 2.5 -0.5 2 -2 1.5 -2.5 0 -2 0.5 3 0 2.5 -1.5 2 -2 0.5
    quantile midpoint 1;3 2 1 3;nan;5 3 1 3;-3 -0.5 nan nan 1.5 -2.5 1 nan -0.5 -2.5 0 nan nan 2 -2 1.5 nan 0 -2.5\
     0 nan nan 2 -2 1.5 nan 0 -2.5 0 nan nan 2 -2 1.5 nan 0 -2 0.5 nan nan 2.5 -1.5 2 nan 0.5
    quantile midpoint 2;3 2 1 3;plain;5 3 2 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5\
     2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2\
     0.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 \
    -3 -0.5 2 -2 0.5
    quantile midpoint 2;3 2 1 3;nan;5 3 2 3;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -\
    0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 \
    -3 -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.\
    5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5
    quantile midpoint 3;3 2 1 3;plain;5 3 2 1;-3 -2 -2.5 -1.5 -3 -2 -1.75 -0.75 -1.75 -0.75 -1.75 -0.75 -0.5 0.5 -\
    1 0 -0.5 0.5 0.75 1.75 0.25 1.25 0.25 1.25 2 3 1.5 2.5 1 2
    quantile midpoint 3;3 2 1 3;nan;5 3 2 1;nan -2 -2.5 nan -3 nan nan -0.75 -1.75 nan -1.75 nan nan 0.5 -1 nan -0\
    .5 nan nan 1.75 0.25 nan 0.25 nan nan 3 1.5 nan 1 nan
    quantile nearest 0;3 2 1 3;plain;5 2 1 3;-3 -3 -2.5 -2 -2 -1.5 -3 -3 -2.5 -2 -2 -1.5 -1 -0.5 -0.5 0 0.5 0.5 -1\
     -0.5 -0.5 0 0.5 0.5 1 1.5 2 2 2.5 3
    quantile nearest 0;3 2 1 3;nan;5 2 1 3;-3 -3 nan nan nan -1.5 -3 -3 nan nan nan -1.5 -1 -0.5 nan nan nan 0.5 -\
    1 -0.5 nan nan nan 0.5 1 1.5 nan nan nan 3
    quantile nearest 1;3 2 1 3;plain;5 3 1 3;-3 -0.5 2 -1 1.5 -2.5 1 -3 -0.5 -3 -0.5 2 -1 1.5 -2.5 1 -3 -0.5 -3 -0\
    .5 2 -1 1.5 -2.5 1 -3 -0.5 -2 0.5 3 0 2.5 -1.5 2 -2 0.5 -2 0.5 3 0 2.5 -1.5 2 -2 0.5
    quantile nearest 1;3 2 1 3;nan;5 3 1 3;-3 -0.5 nan nan 1.5 -2.5 1 nan -0.5 -3 -0.5 nan nan 1.5 -2.5 1 nan -0.5\
     -3 -0.5 nan nan 1.5 -2.5 1 nan -0.5 -2 0.5 nan nan 2.5 -1.5 2 nan 0.5 -2 0.5 nan nan 2.5 -1.5 2 nan 0.5
    quantile nearest 2;3 2 1 3;plain;5 3 2 3;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 \
    2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 \
    0.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -3 -0.5 2 -2 0.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 1 -\
    3 -0.5 2 -2 0.5
    quantile nearest 2;3 2 1 3;nan;5 3 2 3;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0\
    .5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -\
    3 -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5 -3 -0.5 nan -2 0.5 3 -1 1.5\
     -2.5 nan 2.5 -1.5 1 -3 -0.5 2 nan 0.5
    quantile nearest 3;3 2 1 3;plain;5 3 2 1;-3 -2 -2.5 -1.5 -3 -2 -3 -2 -2.5 -1.5 -3 -2 -0.5 0.5 -1 0 -0.5 0.5 -0\
    .5 0.5 -1 0 -0.5 0.5 2 3 1.5 2.5 1 2
    quantile nearest 3;3 2 1 3;nan;5 3 2 1;nan -2 -2.5 nan -3 nan nan -2 -2.5 nan -3 nan nan 0.5 -1 nan -0.5 nan n\
    an 0.5 -1 nan -0.5 nan nan 3 1.5 nan 1 nan
    all 0 2;3 2 1 3;plain;2 3;0 0 0 0 0 0
    any 0 2;3 2 1 3;plain;2 3;1 1 1 1 1 1
    count 0 2;3 2 1 3;plain;2 3;1 1 1 1 1 1
    var 0 2;3 2 1 3;plain;2 3;2.66666666666667 3.38888888888889 3.38888888888889 2.66666666666667 3.38888888888889\
     3.38888888888889
    median 0 2;3 2 1 3;plain;2 3;-1 -0.5 -0.5 0 0.5 0.5
    histogram 1;3 2 1 3;plain;3;18 -3 3
    weighted 1;3 2 1 3;plain;1;69
    density 1;3 2 1 3;plain;1;0.166666666666667
    histogram 4;3 2 1 3;plain;9;5 4 4 5 -3 -1.5 0 1.5 3
    weighted 4;3 2 1 3;plain;4;7.5 12.5 18 31
    density 4;3 2 1 3;plain;4;0.185185185185185 0.148148148148148 0.148148148148148 0.185185185185185
    histogram 10;3 2 1 3;plain;21;3 2 1 1 2 3 1 1 2 2 -3 -2.4 -1.8 -1.2 -0.6 0 0.6 1.2 1.8 2.4 3
    weighted 10;3 2 1 3;plain;10;3.5 4 2.5 3 7 13 5 5.5 12 13.5
    density 10;3 2 1 3;plain;10;0.277777777777778 0.185185185185185 0.0925925925925926 0.0925925925925926 0.185185\
    185185185 0.277777777777778 0.0925925925925925 0.0925925925925926 0.185185185185185 0.185185185185185
    histogram 1 -1 2;3 2 1 3;plain;3;10 -1 2
    weighted 1 -1 2;3 2 1 3;plain;1;45.5
    density 1 -1 2;3 2 1 3;plain;1;0.333333333333333
    histogram 4 -1 2;3 2 1 3;plain;9;3 1 3 3 -1 -0.25 0.5 1.25 2
    weighted 4 -1 2;3 2 1 3;plain;4;10 4 14 17.5
    density 4 -1 2;3 2 1 3;plain;4;0.4 0.133333333333333 0.4 0.4
    histogram 10 -1 2;3 2 1 3;plain;21;1 2 0 1 0 2 1 0 1 2 -1 -0.7 -0.4 -0.1 0.2 0.5 0.8 1.1 1.4 1.7 2
    weighted 10 -1 2;3 2 1 3;plain;10;3 7 0 4 0 9 5 0 5.5 12
    density 10 -1 2;3 2 1 3;plain;10;0.333333333333333 0.666666666666667 0 0.333333333333333 0 0.666666666666667 0\
    .333333333333333 0 0.333333333333334 0.666666666666666
    histogram 1 -3 1;3 2 1 3;nan;3;11 -3 1
    weighted 1 -3 1;3 2 1 3;nan;1;32
    density 1 -3 1;3 2 1 3;nan;1;0.25
    histogram 4 -3 1;3 2 1 3;nan;9;3 2 3 3 -3 -2 -1 0 1
    weighted 4 -3 1;3 2 1 3;nan;4;3.5 4.5 10 14
    density 4 -3 1;3 2 1 3;nan;4;0.272727272727273 0.181818181818182 0.272727272727273 0.272727272727273
    histogram 10 -3 1;3 2 1 3;nan;21;2 1 1 1 0 1 2 0 2 1 -3 -2.6 -2.2 -1.8 -1.4 -1 -0.6 -0.2 0.2 0.6 1
    weighted 10 -3 1;3 2 1 3;nan;10;2 1.5 2 2.5 0 3 7 0 9 5
    density 10 -3 1;3 2 1 3;nan;10;0.454545454545455 0.227272727272727 0.227272727272727 0.227272727272727 0 0.227\
    272727272727 0.454545454545455 0 0.454545454545455 0.227272727272727
    histogram 1 -2 2;3 2 1 3;infinite;3;8 -2 2
    weighted 1 -2 2;3 2 1 3;infinite;1;35.5
    density 1 -2 2;3 2 1 3;infinite;1;0.25
    histogram 4 -2 2;3 2 1 3;infinite;9;1 2 1 4 -2 -1 0 1 2
    weighted 4 -2 2;3 2 1 3;infinite;4;2 6.5 4.5 22.5
    density 4 -2 2;3 2 1 3;infinite;4;0.125 0.25 0.125 0.5
    histogram 10 -2 2;3 2 1 3;infinite;21;1 0 1 1 0 0 1 1 1 2 -2 -1.6 -1.2 -0.8 -0.4 0 0.4 0.8 1.2 1.6 2
    weighted 10 -2 2;3 2 1 3;infinite;10;2 0 3 3.5 0 0 4.5 5 5.5 12
    density 10 -2 2;3 2 1 3;infinite;10;0.3125 0 0.3125 0.3125 0 0 0.3125 0.3125 0.3125 0.625
    histogramEdges;3 2 1 3;plain;5;4 3 0 5 3
    bincount 0;3 2 1 3;plain;13;2 1 2 1 1 2 1 2 1 1 2 1 1
    bincount 20;3 2 1 3;plain;20;2 1 2 1 1 2 1 2 1 1 2 1 1 0 0 0 0 0 0 0
    binsums;3 2 1 3;plain;13;-6 -2.5 -4 -1.5 -1 -1 0 1 1 1.5 4 2.5 3
    flatArgmax;2 1 3 1 2;plain;;5
    flatArgmin;2 1 3 1 2;plain;;0
    medianOfAll;2 1 3 1 2;plain;;-0.25
    quantile linear 0;2 1 3 1 2;plain;5 1 3 1 2;-3 -0.5 -2.5 -2 0.5 -1.5 -2.6 -0.1 -1.6 -1.6 0.9 -0.6 -2 0.5 -0.25\
     -1 1.5 0.75 -1.6 0.9 0.65 -0.6 1.9 1.65 -1 1.5 2 0 2.5 3
    quantile linear 0;2 1 3 1 2;nan;5 1 3 1 2;-3 -0.5 nan nan 0.5 -1.5 -2.6 -0.1 nan nan 0.9 -0.6 -2 0.5 nan nan 1\
    .5 0.75 -1.6 0.9 nan nan 1.9 1.65 -1 1.5 nan nan 2.5 3
    quantile linear 1;2 1 3 1 2;plain;5 2 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.\
    5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 \
    2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    quantile linear 1;2 1 3 1 2;nan;5 2 3 1 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -\
    1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5\
     -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    quantile linear 2;2 1 3 1 2;plain;5 2 1 1 2;-3 -2 -2.5 -1.5 -1.6 -1.4 -1.9 -0.9 0.5 -0.5 -1 0 1.1 0.9 0.4 0.6 \
    2 3 2.5 1.5
    quantile linear 2;2 1 3 1 2;nan;5 2 1 1 2;nan -2 -2.5 nan nan -1.4 -1.9 nan nan -0.5 -1 nan nan 0.9 0.4 nan na\
    n 3 2.5 nan
    quantile linear 3;2 1 3 1 2;plain;5 2 1 3 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.\
    5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 \
    2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    quantile linear 3;2 1 3 1 2;nan;5 2 1 3 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -\
    1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5\
     -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    quantile linear 4;2 1 3 1 2;plain;5 2 1 3 1;-3 -2 0.5 -1 -2.5 -1.5 -2.5 -1.2 1 -0.5 -2 -0.7 -1.75 0 1.75 0.25 \
    -1.25 0.5 -1.25 0.8 2.25 0.75 -0.75 1.3 -0.5 2 3 1.5 0 2.5
    quantile linear 4;2 1 3 1 2;nan;5 2 1 3 1;-3 nan 0.5 -1 nan -1.5 -2.5 nan 1 -0.5 nan -0.7 -1.75 nan 1.75 0.25 \
    nan 0.5 -1.25 nan 2.25 0.75 nan 1.3 -0.5 nan 3 1.5 nan 2.5
    quantile lower 0;2 1 3 1 2;plain;5 1 3 1 2;-3 -0.5 -2.5 -2 0.5 -1.5 -3 -0.5 -2.5 -2 0.5 -1.5 -3 -0.5 -2.5 -2 0\
    .5 -1.5 -3 -0.5 -2.5 -2 0.5 -1.5 -1 1.5 2 0 2.5 3
    quantile lower 0;2 1 3 1 2;nan;5 1 3 1 2;-3 -0.5 nan nan 0.5 -1.5 -3 -0.5 nan nan 0.5 -1.5 -3 -0.5 nan nan 0.5\
     -1.5 -3 -0.5 nan nan 0.5 -1.5 -1 1.5 nan nan 2.5 3
    quantile lower 1;2 1 3 1 2;plain;5 2 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5\
     -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2\
     -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    quantile lower 1;2 1 3 1 2;nan;5 2 3 1 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1\
     1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 \
    -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    quantile lower 2;2 1 3 1 2;plain;5 2 1 1 2;-3 -2 -2.5 -1.5 -3 -2 -2.5 -1.5 0.5 -0.5 -1 0 0.5 -0.5 -1 0 2 3 2.5\
     1.5
    quantile lower 2;2 1 3 1 2;nan;5 2 1 1 2;nan -2 -2.5 nan nan -2 -2.5 nan nan -0.5 -1 nan nan -0.5 -1 nan nan 3\
     2.5 nan
    quantile lower 3;2 1 3 1 2;plain;5 2 1 3 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5\
     -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2\
     -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    quantile lower 3;2 1 3 1 2;nan;5 2 1 3 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1\
     1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 \
    -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    quantile lower 4;2 1 3 1 2;plain;5 2 1 3 1;-3 -2 0.5 -1 -2.5 -1.5 -3 -2 0.5 -1 -2.5 -1.5 -3 -2 0.5 -1 -2.5 -1.\
    5 -3 -2 0.5 -1 -2.5 -1.5 -0.5 2 3 1.5 0 2.5
    quantile lower 4;2 1 3 1 2;nan;5 2 1 3 1;-3 nan 0.5 -1 nan -1.5 -3 nan 0.5 -1 nan -1.5 -3 nan 0.5 -1 nan -1.5 \
    -3 nan 0.5 -1 nan -1.5 -0.5 nan 3 1.5 nan 2.5
    quantile higher 0;2 1 3 1 2;plain;5 1 3 1 2;-3 -0.5 -2.5 -2 0.5 -1.5 -1 1.5 2 0 2.5 3 -1 1.5 2 0 2.5 3 -1 1.5 \
    2 0 2.5 3 -1 1.5 2 0 2.5 3
    quantile higher 0;2 1 3 1 2;nan;5 1 3 1 2;-3 -0.5 nan nan 0.5 -1.5 -1 1.5 nan nan 2.5 3 -1 1.5 nan nan 2.5 3 -\
    1 1.5 nan nan 2.5 3 -1 1.5 nan nan 2.5 3
    quantile higher 1;2 1 3 1 2;plain;5 2 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.\
    5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 \
    2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    quantile higher 1;2 1 3 1 2;nan;5 2 3 1 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -\
    1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5\
     -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    quantile higher 2;2 1 3 1 2;plain;5 2 1 1 2;-3 -2 -2.5 -1.5 0.5 -0.5 -1 0 0.5 -0.5 -1 0 2 3 2.5 1.5 2 3 2.5 1.\
    5
    quantile higher 2;2 1 3 1 2;nan;5 2 1 1 2;nan -2 -2.5 nan nan -0.5 -1 nan nan -0.5 -1 nan nan 3 2.5 nan nan 3 \
    2.5 nan
    quantile higher 3;2 1 3 1 2;plain;5 2 1 3 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.\
    5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 \
    2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    quantile higher 3;2 1 3 1 2;nan;5 2 1 3 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -\
    1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5\
     -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    quantile higher 4;2 1 3 1 2;plain;5 2 1 3 1;-3 -2 0.5 -1 -2.5 -1.5 -0.5 2 3 1.5 0 2.5 -0.5 2 3 1.5 0 2.5 -0.5 \
    2 3 1.5 0 2.5 -0.5 2 3 1.5 0 2.5
    quantile higher 4;2 1 3 1 2;nan;5 2 1 3 1;-3 nan 0.5 -1 nan -1.5 -0.5 nan 3 1.5 nan 2.5 -0.5 nan 3 1.5 nan 2.5\
     -0.5 nan 3 1.5 nan 2.5 -0.5 nan 3 1.5 nan 2.5
    quantile midpoint 0;2 1 3 1 2;plain;5 1 3 1 2;-3 -0.5 -2.5 -2 0.5 -1.5 -2 0.5 -0.25 -1 1.5 0.75 -2 0.5 -0.25 -\
    1 1.5 0.75 -2 0.5 -0.25 -1 1.5 0.75 -1 1.5 2 0 2.5 3
    quantile midpoint 0;2 1 3 1 2;nan;5 1 3 1 2;-3 -0.5 nan nan 0.5 -1.5 -2 0.5 nan nan 1.5 0.75 -2 0.5 nan nan 1.\
    5 0.75 -2 0.5 nan nan 1.5 0.75 -1 1.5 nan nan 2.5 3
    quantile midpoint 1;2 1 3 1 2;plain;5 2 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 \
    1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.\
    5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    quantile midpoint 1;2 1 3 1 2;nan;5 2 3 1 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3\
     -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2\
    .5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    quantile midpoint 2;2 1 3 1 2;plain;5 2 1 1 2;-3 -2 -2.5 -1.5 -1.25 -1.25 -1.75 -0.75 0.5 -0.5 -1 0 1.25 1.25 \
    0.75 0.75 2 3 2.5 1.5
    quantile midpoint 2;2 1 3 1 2;nan;5 2 1 1 2;nan -2 -2.5 nan nan -1.25 -1.75 nan nan -0.5 -1 nan nan 1.25 0.75 \
    nan nan 3 2.5 nan
    quantile midpoint 3;2 1 3 1 2;plain;5 2 1 3 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 \
    1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.\
    5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    quantile midpoint 3;2 1 3 1 2;nan;5 2 1 3 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3\
     -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2\
    .5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    quantile midpoint 4;2 1 3 1 2;plain;5 2 1 3 1;-3 -2 0.5 -1 -2.5 -1.5 -1.75 0 1.75 0.25 -1.25 0.5 -1.75 0 1.75 \
    0.25 -1.25 0.5 -1.75 0 1.75 0.25 -1.25 0.5 -0.5 2 3 1.5 0 2.5
    quantile midpoint 4;2 1 3 1 2;nan;5 2 1 3 1;-3 nan 0.5 -1 nan -1.5 -1.75 nan 1.75 0.25 nan 0.5 -1.75 nan 1.75 \
    0.25 nan 0.5 -1.75 nan 1.75 0.25 nan 0.5 -0.5 nan 3 1.5 nan 2.5
    quantile nearest 0;2 1 3 1 2;plain;5 1 3 1 2;-3 -0.5 -2.5 -2 0.5 -1.5 -3 -0.5 -2.5 -2 0.5 -1.5 -3 -0.5 -2.5 -2\
     0.5 -1.5 -1 1.5 2 0 2.5 3 -1 1.5 2 0 2.5 3
    quantile nearest 0;2 1 3 1 2;nan;5 1 3 1 2;-3 -0.5 nan nan 0.5 -1.5 -3 -0.5 nan nan 0.5 -1.5 -3 -0.5 nan nan 0\
    .5 -1.5 -1 1.5 nan nan 2.5 3 -1 1.5 nan nan 2.5 3
    quantile nearest 1;2 1 3 1 2;plain;5 2 3 1 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1\
    .5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5\
     2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    quantile nearest 1;2 1 3 1 2;nan;5 2 3 1 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 \
    -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.\
    5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    quantile nearest 2;2 1 3 1 2;plain;5 2 1 1 2;-3 -2 -2.5 -1.5 -3 -2 -2.5 -1.5 0.5 -0.5 -1 0 0.5 -0.5 -1 0 2 3 2\
    .5 1.5
    quantile nearest 2;2 1 3 1 2;nan;5 2 1 1 2;nan -2 -2.5 nan nan -2 -2.5 nan nan -0.5 -1 nan nan -0.5 -1 nan nan\
     3 2.5 nan
    quantile nearest 3;2 1 3 1 2;plain;5 2 1 3 2;-3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1\
    .5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5 2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5 -3 -0.5\
     2 -2 0.5 3 -1 1.5 -2.5 0 2.5 -1.5
    quantile nearest 3;2 1 3 1 2;nan;5 2 1 3 2;-3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 \
    -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.\
    5 -1.5 -3 -0.5 nan -2 0.5 3 -1 1.5 -2.5 nan 2.5 -1.5
    quantile nearest 4;2 1 3 1 2;plain;5 2 1 3 1;-3 -2 0.5 -1 -2.5 -1.5 -3 -2 0.5 -1 -2.5 -1.5 -3 -2 0.5 -1 -2.5 -\
    1.5 -0.5 2 3 1.5 0 2.5 -0.5 2 3 1.5 0 2.5
    quantile nearest 4;2 1 3 1 2;nan;5 2 1 3 1;-3 nan 0.5 -1 nan -1.5 -3 nan 0.5 -1 nan -1.5 -3 nan 0.5 -1 nan -1.\
    5 -0.5 nan 3 1.5 nan 2.5 -0.5 nan 3 1.5 nan 2.5
    all 0 2;2 1 3 1 2;plain;1 1 2;0 0
    any 0 2;2 1 3 1 2;plain;1 1 2;1 1
    count 0 2;2 1 3 1 2;plain;1 1 2;2 2
    var 0 2;2 1 3 1 2;plain;1 1 2;4.39583333333333 2.95138888888889
    median 0 2;2 1 3 1 2;plain;1 1 2;-0.25 -0.25
    histogram 1;2 1 3 1 2;plain;3;12 -3 3
    weighted 1;2 1 3 1 2;plain;1;47
    density 1;2 1 3 1 2;plain;1;0.166666666666667
    histogram 4;2 1 3 1 2;plain;9;3 3 2 4 -3 -1.5 0 1.5 3
    weighted 4;2 1 3 1 2;plain;4;4.5 9 8.5 25
    density 4;2 1 3 1 2;plain;4;0.166666666666667 0.166666666666667 0.111111111111111 0.222222222222222
    histogram 10;2 1 3 1 2;plain;21;2 1 1 1 1 2 0 1 1 2 -3 -2.4 -1.8 -1.2 -0.6 0 0.6 1.2 1.8 2.4 3
    weighted 10;2 1 3 1 2;plain;10;2.5 2 2.5 3 3.5 8.5 0 5.5 6 13.5
    density 10;2 1 3 1 2;plain;10;0.277777777777778 0.138888888888889 0.138888888888889 0.138888888888889 0.138888\
    888888889 0.277777777777778 0 0.138888888888889 0.138888888888889 0.277777777777778
    histogram 1 -1 2;2 1 3 1 2;plain;3;6 -1 2
    weighted 1 -1 2;2 1 3 1 2;plain;1;26.5
    density 1 -1 2;2 1 3 1 2;plain;1;0.333333333333333
    histogram 4 -1 2;2 1 3 1 2;plain;9;2 1 1 2 -1 -0.25 0.5 1.25 2
    weighted 4 -1 2;2 1 3 1 2;plain;4;6.5 4 4.5 11.5
    density 4 -1 2;2 1 3 1 2;plain;4;0.444444444444444 0.222222222222222 0.222222222222222 0.444444444444444
    histogram 10 -1 2;2 1 3 1 2;plain;21;1 1 0 1 0 1 0 0 1 1 -1 -0.7 -0.4 -0.1 0.2 0.5 0.8 1.1 1.4 1.7 2
    weighted 10 -1 2;2 1 3 1 2;plain;10;3 3.5 0 4 0 4.5 0 0 5.5 6
    density 10 -1 2;2 1 3 1 2;plain;10;0.555555555555555 0.555555555555556 0 0.555555555555555 0 0.555555555555556\
     0 0 0.555555555555556 0.555555555555555
    histogram 1 -3 1;2 1 3 1 2;nan;3;7 -3 1
    weighted 1 -3 1;2 1 3 1 2;nan;1;18
    density 1 -3 1;2 1 3 1 2;nan;1;0.25
    histogram 4 -3 1;2 1 3 1 2;nan;9;2 2 2 1 -3 -2 -1 0 1
    weighted 4 -3 1;2 1 3 1 2;nan;4;2.5 4.5 6.5 4.5
    density 4 -3 1;2 1 3 1 2;nan;4;0.285714285714286 0.285714285714286 0.285714285714286 0.142857142857143
    histogram 10 -3 1;2 1 3 1 2;nan;21;1 1 1 1 0 1 1 0 1 0 -3 -2.6 -2.2 -1.8 -1.4 -1 -0.6 -0.2 0.2 0.6 1
    weighted 10 -3 1;2 1 3 1 2;nan;10;1 1.5 2 2.5 0 3 3.5 0 4.5 0
    density 10 -3 1;2 1 3 1 2;nan;10;0.357142857142857 0.357142857142857 0.357142857142857 0.357142857142857 0 0.3\
    57142857142857 0.357142857142857 0 0.357142857142857 0
    histogram 1 -2 2;2 1 3 1 2;infinite;3;4 -2 2
    weighted 1 -2 2;2 1 3 1 2;infinite;1;19
    density 1 -2 2;2 1 3 1 2;infinite;1;0.25
    histogram 4 -2 2;2 1 3 1 2;infinite;9;0 1 1 2 -2 -1 0 1 2
    weighted 4 -2 2;2 1 3 1 2;infinite;4;0 3 4.5 11.5
    density 4 -2 2;2 1 3 1 2;infinite;4;0 0.25 0.25 0.5
    histogram 10 -2 2;2 1 3 1 2;infinite;21;0 0 1 0 0 0 1 0 1 1 -2 -1.6 -1.2 -0.8 -0.4 0 0.4 0.8 1.2 1.6 2
    weighted 10 -2 2;2 1 3 1 2;infinite;10;0 0 3 0 0 0 4.5 0 5.5 6
    density 10 -2 2;2 1 3 1 2;infinite;10;0 0 0.625 0 0 0 0.625 0 0.625 0.625
    histogramEdges;2 1 3 1 2;plain;5;3 2 0 3 2
    bincount 0;2 1 3 1 2;plain;13;1 1 1 1 1 1 1 1 0 1 1 1 1
    bincount 20;2 1 3 1 2;plain;20;1 1 1 1 1 1 1 1 0 1 1 1 1 0 0 0 0 0 0 0
    binsums;2 1 3 1 2;plain;13;-3 -2.5 -2 -1.5 -1 -0.5 0 0.5 0 1.5 2 2.5 3
    """
}
